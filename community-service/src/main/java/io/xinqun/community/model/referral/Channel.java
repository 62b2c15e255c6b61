package io.xinqun.community.model.referral;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Where a curator put a share link.
public enum Channel {
    GROUP,
    FRIEND,
    MOMENTS,
    OFFICIAL_ACCOUNT,
    POSTER;

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

    public String code() {
        return code;
    }

    public static Optional<Channel> of(String code) {
        return Stream.of(values()).filter(value -> value.code.equals(code)).findFirst();
    }
}
