package io.xinqun.commission.plan;

import io.xinqun.kernel.event.Actor;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// All plans. Saving versions of one tells order-service about it, in the same write; a draft is
/// nobody else's business.
public interface Plans {

    /// More changes than this are a program at work, and their requests are remembered in the plan.
    int MAXIMUM_CHANGES = 1_000;

    Mono<StoredPlan> find(String id);

    /// False when the plan exists already.
    Mono<Boolean> add(Plan plan, PlanChange change);

    /// False when somebody else has changed the plan since it was read.
    Mono<Boolean> replace(StoredPlan before, Plan after, PlanChange change);

    /// By id, after `id`.
    Flux<Plan> list(@Nullable String after, int count);

    /// Every plan that is not retired.
    Flux<Plan> current();

    /// Binds a request to its content; false when it was bound to another one before.
    Mono<Boolean> bind(String request, String fingerprint);

    /// A plan as it was read: `sequence` says how often it had changed, `madeBy` tells how many
    /// versions there were after which request.
    record StoredPlan(Plan plan, long sequence, Map<String, Integer> madeBy) {}

    /// Who changes a plan, by which request.
    record PlanChange(String request, Actor actor) {}
}
