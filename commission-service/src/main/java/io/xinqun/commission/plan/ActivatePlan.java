package io.xinqun.commission.plan;

import io.xinqun.commission.plan.Plans.PlanChange;
import io.xinqun.commission.plan.Plans.StoredPlan;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// Puts the draft of a plan into force as its next version.
///
/// Shape: once per request, however often it is repeated. Errors: `plan-has-no-draft`,
/// `plan-draft-changed`, those of [SetPlan].
public final class ActivatePlan {

    private final PlanPolicy policy;
    private final BeginPlan begin;
    private final ChangePlan change;

    public ActivatePlan(Plans plans, PlanPolicy policy, BeginPlan begin) {
        this.policy = policy;
        this.begin = begin;
        this.change = new ChangePlan(plans);
    }

    public Mono<Plan> handle(Command command) {
        return change.check(command.planId(), command.change(), stored -> plan(command, stored))
                .then(Mono.defer(() -> change.bind(command.change(), command.fingerprint())))
                .then(
                        Mono.defer(() ->
                                change.handle(
                                        command.planId(),
                                        command.change(),
                                        stored -> activate(command, stored))));
    }

    private Mono<Plan> activate(Command command, StoredPlan stored) {
        Plan plan = stored.plan();
        Instant asked = begin.from(command.start());
        return Mono.fromSupplier(() -> plan(command, stored))
                .flatMap(right -> begin.claim(plan.scope(), command.start(), asked, plan.id()))
                .map(from -> plan.activate(command.revision(), from));
    }

    /// What the deployment allows may have become less since the draft was written.
    private Plan plan(Command command, StoredPlan stored) {
        Plan plan = stored.plan();
        if (plan.draft() != null) {
            policy.check(plan.draft().terms());
        }
        return plan.activate(command.revision(), begin.from(command.start()));
    }

    /// Shape: `revision` is that of the draft that the operator decided on, if he names it.
    public record Command(
            String planId,
            @Nullable Integer revision,
            PlanStart start,
            String fingerprint,
            PlanChange change) {}
}
