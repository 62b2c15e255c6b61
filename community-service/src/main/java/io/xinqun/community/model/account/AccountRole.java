package io.xinqun.community.model.account;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What an account may act as. In tokens, events and documents it is lower case.
public enum AccountRole {
    CONSUMER,
    CURATOR,
    SUPPLIER,
    OPERATOR;

    private final String code = name().toLowerCase(Locale.ROOT);

    public String code() {
        return code;
    }

    public static Optional<AccountRole> of(String code) {
        return Stream.of(values()).filter(role -> role.code.equals(code)).findFirst();
    }
}
