package io.xinqun.commission.plan;

import java.util.Locale;

/// Whether new orders use a version. Orders keep what was frozen on them either way.
public enum PlanState {
    /// Of a plan that has no version yet; no version is ever a draft.
    DRAFT,
    ACTIVE,
    RETIRED;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static PlanState parse(String text) {
        for (PlanState state : values()) {
            if (state.text().equals(text)) {
                return state;
            }
        }
        throw new IllegalArgumentException("a plan is not " + text);
    }
}
