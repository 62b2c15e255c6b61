package io.xinqun.commission.plan;

/// The terms of a plan under a number. A version is never edited; the next one follows it.
public record PlanVersion(int number, PlanState state, PlanTerms terms) {

    PlanVersion retired() {
        return new PlanVersion(number, PlanState.RETIRED, terms);
    }
}
