package io.xinqun.community.model.referral;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Which of several touches counts: the first within its window, or the last.
public enum AttributionModel {
    FIRST_TOUCH,
    LAST_TOUCH;

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

    public String code() {
        return code;
    }

    public static Optional<AttributionModel> of(String code) {
        return Stream.of(values()).filter(value -> value.code.equals(code)).findFirst();
    }
}
