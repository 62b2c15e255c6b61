package io.xinqun.commission.plan;

import io.xinqun.commission.plan.terms.PlanTerms;
import java.time.Instant;

/// The terms of a plan under a number, in force from a moment on, inclusive. A version is never
/// edited; the next one follows it.
public record PlanVersion(int number, PlanState state, Instant activeFrom, PlanTerms terms) {

    PlanVersion retired() {
        return new PlanVersion(number, PlanState.RETIRED, activeFrom, terms);
    }
}
