package io.xinqun.commission.plan.web;

import io.xinqun.commission.plan.PlanStart;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// When a version begins, as an operator says it: at a moment, on a business day, or at once.
final class StartRequest {

    /// What no store and no client could hold.
    private static final LocalDate LAST = LocalDate.of(9999, 12, 30);

    private static final Instant LAST_MOMENT = Instant.parse("9999-12-30T00:00:00Z");

    private StartRequest() {}

    static PlanStart of(@Nullable Instant activeFrom, @Nullable LocalDate activeOn) {
        if (activeFrom != null && activeOn != null) {
            throw InvalidPlan.at("activeOn", "one-of", "Either activeFrom or activeOn");
        }
        if (activeFrom != null) {
            refuseLater(activeFrom.isAfter(LAST_MOMENT), "activeFrom");
            return new PlanStart.At(activeFrom);
        }
        if (activeOn != null) {
            refuseLater(activeOn.isAfter(LAST), "activeOn");
            return new PlanStart.On(activeOn);
        }
        return new PlanStart.AtOnce();
    }

    private static void refuseLater(boolean later, String field) {
        if (later) {
            throw InvalidPlan.at(field, "out-of-range", "A plan begins before the year 10000");
        }
    }
}
