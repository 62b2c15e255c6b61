package io.xinqun.community.model.community;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// How one becomes a member: at once, by the owner's approval, or when the owner has asked.
public enum Admission {
    OPEN,
    APPLICATION,
    INVITATION;

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

    public String code() {
        return code;
    }

    public static Optional<Admission> of(String code) {
        return Stream.of(values()).filter(value -> value.code.equals(code)).findFirst();
    }
}
