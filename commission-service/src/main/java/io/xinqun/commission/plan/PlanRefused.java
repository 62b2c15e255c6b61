package io.xinqun.commission.plan;

import org.jspecify.annotations.Nullable;

/// A plan that must not be as it was asked for.
public final class PlanRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String detail;
    private final @Nullable Excess excess;

    PlanRefused(Reason reason, String detail) {
        this(reason, detail, null);
    }

    PlanRefused(Reason reason, String detail, @Nullable Excess excess) {
        super(reason + ": " + detail);
        this.reason = reason;
        this.detail = detail;
        this.excess = excess;
    }

    public Reason reason() {
        return reason;
    }

    public String detail() {
        return detail;
    }

    /// The arithmetic of `PAYS_TOO_MUCH`.
    public @Nullable Excess excess() {
        return excess;
    }

    /// What both levels would pay, and what they may pay together.
    public record Excess(String unit, long level1, long level2, long limit)
            implements java.io.Serializable {}

    /// Why; clients know these by the code of the problem.
    public enum Reason {
        LEVEL_NOT_ALLOWED,
        PAYS_TOO_MUCH,
        SCOPE_FIXED,
        VERSION_NOT_LATER,
        BACKDATED,
        DATE_TAKEN,
        HAS_NO_DRAFT,
        DRAFT_CHANGED,
        FULL,
        RETIRED
    }
}
