package io.xinqun.commission.plan;

import io.xinqun.kernel.event.Actor;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// All plans. Saving one tells order-service about it, in the same write.
public interface Plans {

    Mono<StoredPlan> find(String id);

    /// False when the plan exists already.
    Mono<Boolean> add(Plan plan, PlanChange change);

    /// False when somebody else has changed the plan since it was read.
    Mono<Boolean> replace(StoredPlan before, Plan after, PlanChange change);

    /// By id, after `id`.
    Flux<Plan> list(@Nullable String after, int count);

    /// Binds a request to its content; false when it was bound to another one before.
    Mono<Boolean> bind(String request, String fingerprint);

    /// A plan as it was read: `sequence` says how often it had changed, `revisedBy` tells which
    /// version a request has made.
    record StoredPlan(Plan plan, long sequence, Map<String, Integer> revisedBy) {}

    /// Who changes a plan, by which request.
    record PlanChange(String request, Actor actor) {}
}
