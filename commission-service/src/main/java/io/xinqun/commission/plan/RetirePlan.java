package io.xinqun.commission.plan;

import io.xinqun.commission.plan.Plans.PlanChange;
import io.xinqun.kernel.problem.CommonProblem;
import io.xinqun.kernel.problem.Problem;
import reactor.core.publisher.Mono;

/// Ends a plan for new orders, for good. Orders keep what was frozen on them.
///
/// State: retiring a retired plan changes nothing. Errors: `not-found`, `conflict` when others
/// change the plan at the same time.
public final class RetirePlan {

    private static final int ATTEMPTS = 5;

    private final Plans plans;

    public RetirePlan(Plans plans) {
        this.plans = plans;
    }

    public Mono<Plan> handle(String planId, PlanChange change) {
        return retire(planId, change, ATTEMPTS);
    }

    private Mono<Plan> retire(String planId, PlanChange change, int attempts) {
        if (attempts == 0) {
            return Mono.error(new Problem(CommonProblem.CONFLICT, "Others are changing the plan"));
        }
        return plans.find(planId)
                .switchIfEmpty(
                        Mono.error(() ->
                                new Problem(CommonProblem.NOT_FOUND, "There is no such plan")))
                .flatMap(stored -> {
                    if (stored.plan().isRetired()) {
                        return Mono.just(stored.plan());
                    }
                    Plan retired = stored.plan().retire();
                    return plans.replace(stored, retired, change)
                            .flatMap(done ->
                                    done
                                            ? Mono.just(retired)
                                            : retire(planId, change, attempts - 1));
                });
    }
}
