package io.xinqun.order.order.line;

import java.util.Locale;

/// What a line sells. Only goods are shipped, so only goods ask for an address.
public enum LineKind {
    GOODS,
    DIGITAL,
    SERVICE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static LineKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
