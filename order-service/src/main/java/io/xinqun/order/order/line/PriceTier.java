package io.xinqun.order.order.line;

import java.util.Locale;

/// Which of a SKU's prices a line was sold at.
public enum PriceTier {
    DIRECT,
    CURATOR;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static PriceTier of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
