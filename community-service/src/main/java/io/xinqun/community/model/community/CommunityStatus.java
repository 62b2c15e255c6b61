package io.xinqun.community.model.community;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Whether a community takes members.
public enum CommunityStatus {
    OPEN,
    CLOSED;

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

    public String code() {
        return code;
    }

    public static Optional<CommunityStatus> of(String code) {
        return Stream.of(values()).filter(value -> value.code.equals(code)).findFirst();
    }
}
