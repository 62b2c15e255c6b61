package io.xinqun.community.model.community;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What a community is for: recommending to each other, learning to sell, or one product's friends.
public enum CommunityKind {
    SHARING,
    TRAINING,
    PRODUCT;

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

    public String code() {
        return code;
    }

    public static Optional<CommunityKind> of(String code) {
        return Stream.of(values()).filter(value -> value.code.equals(code)).findFirst();
    }
}
