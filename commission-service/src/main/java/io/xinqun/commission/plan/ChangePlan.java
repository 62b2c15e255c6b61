package io.xinqun.commission.plan;

import io.xinqun.commission.plan.PlanRefused.Reason;
import io.xinqun.commission.plan.Plans.PlanChange;
import io.xinqun.commission.plan.Plans.StoredPlan;
import io.xinqun.kernel.problem.CommonProblem;
import io.xinqun.kernel.problem.Problem;
import java.util.function.Consumer;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/// Changes a plan once per request, whoever else is changing it.
///
/// Errors: those of the change, `not-found`, `plan-full`, `idempotency-key-reused`, `conflict`.
final class ChangePlan {

    /// Operators rarely meet on one plan; who loses so often is told to try again.
    private static final int ATTEMPTS = 5;

    private final Plans plans;

    ChangePlan(Plans plans) {
        this.plans = plans;
    }

    /// Looks before anything is written whether the change can be: what is refused leaves no trace.
    /// A repeat of a change that was made is not looked at again.
    Mono<Void> check(String planId, PlanChange change, Consumer<StoredPlan> allowed) {
        return plans.find(planId)
                .switchIfEmpty(Mono.error(ChangePlan::unknown))
                .filter(stored -> !stored.madeBy().containsKey(change.request()))
                .doOnNext(allowed)
                .then();
    }

    /// Refuses a request whose key was used for another one.
    Mono<Void> bind(PlanChange change, String fingerprint) {
        return plans.bind(change.request(), fingerprint)
                .flatMap(bound -> bound ? Mono.empty() : Mono.error(reused()));
    }

    Mono<Plan> handle(String planId, PlanChange change, Function<StoredPlan, Mono<Plan>> changed) {
        return handle(planId, change, changed, ATTEMPTS);
    }

    private Mono<Plan> handle(
            String planId,
            PlanChange change,
            Function<StoredPlan, Mono<Plan>> changed,
            int attempts) {
        if (attempts == 0) {
            return Mono.error(new Problem(CommonProblem.CONFLICT, "Others are changing the plan"));
        }
        Mono<Plan> again = Mono.defer(() -> handle(planId, change, changed, attempts - 1));
        return plans.find(planId)
                .switchIfEmpty(Mono.error(ChangePlan::unknown))
                .flatMap(stored -> once(stored, change, changed).switchIfEmpty(again));
    }

    /// Empty when somebody else was faster.
    private Mono<Plan> once(
            StoredPlan stored, PlanChange change, Function<StoredPlan, Mono<Plan>> changed) {
        if (stored.madeBy().containsKey(change.request())) {
            return Mono.just(stored.plan());
        }
        if (stored.madeBy().size() >= Plans.MAXIMUM_CHANGES) {
            return Mono.error(
                    new PlanRefused(
                            Reason.FULL,
                            "A plan is changed at most " + Plans.MAXIMUM_CHANGES + " times"));
        }
        return changed.apply(stored).filterWhen(after -> plans.replace(stored, after, change));
    }

    private static Problem unknown() {
        return new Problem(CommonProblem.NOT_FOUND, "There is no such plan");
    }

    private static Problem reused() {
        return new Problem(
                CommonProblem.IDEMPOTENCY_KEY_REUSED, "The key was used for another request");
    }
}
