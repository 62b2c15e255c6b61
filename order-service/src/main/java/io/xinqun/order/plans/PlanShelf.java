package io.xinqun.order.plans;

import io.xinqun.order.order.deal.Plan;
import java.util.List;
import reactor.core.publisher.Mono;

/// Where commission plans are written down as they are told.
public interface PlanShelf {

    /// Replaces the active versions of a plan, unless something newer is known already; `version`
    /// is the sequence of the event.
    Mono<Void> learn(String planId, List<Plan> active, long version);
}
