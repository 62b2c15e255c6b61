package io.xinqun.order.order.deal;

import io.xinqun.order.order.line.OrderLine.Article;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// All active plan versions. The most specific scope wins, within it the newest that is in force.
public record PlanBook(List<Plan> plans) {

    public static final PlanBook EMPTY = new PlanBook(List.of());

    /// Only one plan of a scope begins at a moment; the last two decide for those that were set
    /// before that was so.
    private static final Comparator<Plan> PRECEDENCE =
            Comparator.comparing(Plan::scope, Plan.Scope.BY_PRECEDENCE)
                    .thenComparing(Plan::activeFrom)
                    .thenComparing(Plan::planId)
                    .thenComparingLong(Plan::version);

    public PlanBook {
        plans = List.copyOf(plans);
    }

    /// The plan of an article that is sold at this moment through a curator of this level.
    public Optional<Plan> planFor(Article article, @Nullable String curatorLevel, Instant at) {
        return plans.stream()
                .filter(plan -> plan.applies(article, curatorLevel, at))
                .max(PRECEDENCE);
    }
}
