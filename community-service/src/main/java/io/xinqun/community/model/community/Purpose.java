package io.xinqun.community.model.community;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Whether a community sells itself or helps others to.
public enum Purpose {
    SELLING,
    OPERATING;

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

    public String code() {
        return code;
    }

    public static Optional<Purpose> of(String code) {
        return Stream.of(values()).filter(value -> value.code.equals(code)).findFirst();
    }
}
