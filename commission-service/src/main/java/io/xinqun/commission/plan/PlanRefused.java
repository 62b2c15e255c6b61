package io.xinqun.commission.plan;

import org.jspecify.annotations.Nullable;

/// A plan that must not be as it was asked for.
///
/// Shape: `limit` is what the plan went over, in the unit of its reason.
public final class PlanRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String detail;
    private final @Nullable Long limit;

    PlanRefused(Reason reason, String detail) {
        this(reason, detail, null);
    }

    PlanRefused(Reason reason, String detail, @Nullable Long limit) {
        super(reason + ": " + detail);
        this.reason = reason;
        this.detail = detail;
        this.limit = limit;
    }

    public Reason reason() {
        return reason;
    }

    public String detail() {
        return detail;
    }

    public @Nullable Long limit() {
        return limit;
    }

    /// Why; clients know these by the code of the problem.
    public enum Reason {
        LEVEL_NOT_ALLOWED,
        PAYS_TOO_MUCH,
        SCOPE_FIXED,
        VERSION_NOT_LATER,
        FULL,
        RETIRED
    }
}
