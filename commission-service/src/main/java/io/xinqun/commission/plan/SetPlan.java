package io.xinqun.commission.plan;

import io.xinqun.commission.plan.Plans.PlanChange;
import io.xinqun.commission.plan.Plans.StoredPlan;
import io.xinqun.kernel.problem.CommonProblem;
import io.xinqun.kernel.problem.Problem;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// Creates a plan, or the next version of one. Only later orders feel it.
///
/// Shape: one version per request, however often the request is repeated. Errors:
/// `plan-level-not-allowed`, `plan-pays-too-much`, those of [Plan], `not-found`,
/// `idempotency-key-reused`, `conflict` when others change the plan at the same time.
public final class SetPlan {

    /// Operators rarely meet on one plan; who loses so often is told to try again.
    private static final int ATTEMPTS = 5;

    private final Plans plans;
    private final PlanPolicy policy;

    public SetPlan(Plans plans, PlanPolicy policy) {
        this.plans = plans;
        this.policy = policy;
    }

    public Mono<Result> handle(Command command) {
        return Mono.fromRunnable(() -> policy.check(command.terms()))
                .then(
                        Mono.defer(() ->
                                plans.bind(command.change().request(), command.fingerprint())))
                .flatMap(bound -> bound ? set(command, ATTEMPTS) : Mono.error(reused()));
    }

    private Mono<Result> set(Command command, int attempts) {
        String id = command.planId() == null ? command.newId() : command.planId();
        Mono<Result> absent = Mono.defer(() -> create(command, id, attempts));
        return plans.find(id)
                .flatMap(stored -> revise(command, stored, attempts))
                .switchIfEmpty(absent);
    }

    private Mono<Result> create(Command command, String id, int attempts) {
        if (command.planId() != null) {
            return Mono.error(new Problem(CommonProblem.NOT_FOUND, "There is no such plan"));
        }
        Plan plan = Plan.create(id, command.terms());
        return plans.add(plan, command.change())
                .flatMap(added -> added ? Mono.just(new Result(plan, 1)) : set(command, attempts));
    }

    private Mono<Result> revise(Command command, StoredPlan stored, int attempts) {
        Integer made = stored.revisedBy().get(command.change().request());
        if (made != null) {
            return Mono.just(new Result(stored.plan(), made));
        }
        if (attempts == 0) {
            return Mono.error(new Problem(CommonProblem.CONFLICT, "Others are changing the plan"));
        }
        Plan revised = stored.plan().revise(command.terms());
        return plans.replace(stored, revised, command.change())
                .flatMap(replaced ->
                        replaced
                                ? Mono.just(new Result(revised, revised.versions().size()))
                                : set(command, attempts - 1));
    }

    private static Problem reused() {
        return new Problem(
                CommonProblem.IDEMPOTENCY_KEY_REUSED, "The key was used for another plan");
    }

    /// Shape: no `planId` creates the plan `newId`; the fingerprint is of the whole request.
    public record Command(
            @Nullable String planId,
            String newId,
            PlanTerms terms,
            String fingerprint,
            PlanChange change) {}

    /// The plan now, and the version that this request made.
    public record Result(Plan plan, int version) {}
}
