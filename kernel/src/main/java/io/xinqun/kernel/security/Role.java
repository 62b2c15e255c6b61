package io.xinqun.kernel.security;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What an account may act as. In tokens it is lower case.
public enum Role {
    CONSUMER,
    CURATOR,
    SUPPLIER,
    OPERATOR,
    SERVICE;

    private final String code = name().toLowerCase(Locale.ROOT);

    public String code() {
        return code;
    }

    /// The role of a token's text; a role of a newer version is none of ours and grants nothing.
    public static Optional<Role> of(String code) {
        return Stream.of(values()).filter(role -> role.code.equals(code)).findFirst();
    }
}
