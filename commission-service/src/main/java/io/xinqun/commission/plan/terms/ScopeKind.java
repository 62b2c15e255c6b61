package io.xinqun.commission.plan;

import java.util.Locale;

/// What a plan is for; the most specific one that matches a line wins.
public enum ScopeKind {
    PLATFORM,
    CATEGORY,
    SUPPLIER,
    SKU;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static ScopeKind parse(String text) {
        for (ScopeKind kind : values()) {
            if (kind.text().equals(text)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("a plan is not for a " + text);
    }
}
