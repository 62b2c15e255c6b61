package io.xinqun.order.order.line;

import java.util.Locale;

/// Who has a part in a line's money. Two levels of curators at most: a third cannot be expressed.
public enum SplitRole {
    SUPPLIER,
    CURATOR,
    SECOND,
    PLATFORM;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static SplitRole of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
