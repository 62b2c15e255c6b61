package io.xinqun.commission.plan.terms;

import java.util.Locale;

/// What a plan is for, the most specific last. An activity has a stock and a price of its own, so
/// its plan comes before that of the SKU; goods have margins and people have none, so a plan for
/// goods comes before one for a level of curators.
public enum ScopeKind {
    PLATFORM,
    CURATOR_LEVEL,
    CATEGORY,
    SUPPLIER,
    SKU,
    ACTIVITY;

    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
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
