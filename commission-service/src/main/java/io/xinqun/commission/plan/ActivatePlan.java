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
        return change.bind(command.planId(), command.change(), command.fingerprint())
                .then(
                        Mono.defer(() ->
                                change.handle(
                                        command.planId(),
                                        command.change(),
                                        stored -> activate(command, stored))));
    }

    /// What the deployment allows may have become less since the draft was written.
    private Mono<Plan> activate(Command command, StoredPlan stored) {
        Plan plan = stored.plan();
        if (plan.draft() != null) {
            policy.check(plan.draft().terms());
        }
        Instant asked = begin.from(command.start());
        return Mono.fromSupplier(() -> plan.activate(command.revision(), asked))
                .flatMap(right -> begin.claim(plan.scope(), command.start(), asked, plan.id()))
                .map(from -> plan.activate(command.revision(), from));
    }

    /// Shape: `revision` is that of the draft that the operator decided on, if he names it.
    public record Command(
            String planId,
            @Nullable Integer revision,
            PlanStart start,
            String fingerprint,
            PlanChange change) {}
}
