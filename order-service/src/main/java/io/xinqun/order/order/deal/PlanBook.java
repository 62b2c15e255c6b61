package io.xinqun.order.order.deal;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// All active plan versions. The most specific scope wins, within it the newest that is in force.
public record PlanBook(List<Plan> plans) {

    public static final PlanBook EMPTY = new PlanBook(List.of());

    /// The last two only make the choice the same everywhere.
    private static final Comparator<Plan> PRECEDENCE =
            Comparator.<Plan, Plan.ScopeKind>comparing(plan -> plan.scope().kind())
                    .thenComparing(Plan::activeFrom)
                    .thenComparingLong(Plan::version)
                    .thenComparing(Plan::planId);

    public PlanBook {
        plans = List.copyOf(plans);
    }

    public Optional<Plan> planFor(Offer offer, Instant at) {
        return plans.stream().filter(plan -> plan.applies(offer, at)).max(PRECEDENCE);
    }
}
