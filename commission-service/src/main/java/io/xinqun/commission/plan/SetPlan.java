package io.xinqun.commission.plan;

import io.xinqun.commission.plan.Plans.PlanChange;
import io.xinqun.commission.plan.Plans.StoredPlan;
import io.xinqun.commission.plan.terms.PlanTerms;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// Creates a plan or the next version of one, or its draft. Only later orders feel a version, and
/// nobody feels a draft.
///
/// Shape: one version per request, however often the request is repeated. Errors:
/// `plan-level-not-allowed`, `plan-pays-too-much`, those of [Plan] and [BeginPlan], `not-found`,
/// `idempotency-key-reused`, `conflict` when others change the plan at the same time.
public final class SetPlan {

    private final Plans plans;
    private final PlanPolicy policy;
    private final BeginPlan begin;
    private final ChangePlan change;

    public SetPlan(Plans plans, PlanPolicy policy, BeginPlan begin) {
        this.plans = plans;
        this.policy = policy;
        this.begin = begin;
        this.change = new ChangePlan(plans);
    }

    public Mono<Plan> handle(Command command) {
        return Mono.fromRunnable(() -> policy.check(command.terms()))
                .then(Mono.defer(() -> check(command)))
                .then(Mono.defer(() -> change.bind(command.change(), command.fingerprint())))
                .then(Mono.defer(() -> set(command)));
    }

    /// What is refused is refused before anything is written.
    private Mono<Void> check(Command command) {
        if (command.planId() != null) {
            return change.check(
                    command.planId(), command.change(), stored -> nextAsked(command, stored));
        }
        PlanStart start = command.start();
        return start == null
                ? Mono.empty()
                : plans.find(command.newId())
                        .hasElement()
                        .filter(there -> !there)
                        .doOnNext(isNew -> begin.from(start))
                        .then();
    }

    private Mono<Plan> set(Command command) {
        return command.planId() == null
                ? create(command)
                : change.handle(
                        command.planId(), command.change(), stored -> next(command, stored));
    }

    /// The id of a new plan is the request's own, so a plan that is there was made by a repeat.
    private Mono<Plan> create(Command command) {
        Mono<Plan> there = plans.find(command.newId()).map(StoredPlan::plan);
        Mono<Plan> created =
                Mono.defer(() -> first(command))
                        .filterWhen(plan -> plans.add(plan, command.change()));
        return there.switchIfEmpty(created).switchIfEmpty(there);
    }

    private Mono<Plan> first(Command command) {
        String id = command.newId();
        PlanStart start = command.start();
        PlanTerms terms = command.terms();
        if (start == null) {
            return Mono.just(Plan.draft(id, terms));
        }
        return begin.claim(terms.scope(), start, begin.from(start), id)
                .map(from -> Plan.create(id, terms, from));
    }

    private Mono<Plan> next(Command command, StoredPlan stored) {
        Plan plan = stored.plan();
        PlanStart start = command.start();
        PlanTerms terms = command.terms();
        if (start == null) {
            return Mono.fromSupplier(() -> nextAsked(command, stored));
        }
        Instant asked = begin.from(start);
        return Mono.fromSupplier(() -> nextAsked(command, stored))
                .flatMap(right -> begin.claim(plan.scope(), start, asked, plan.id()))
                .map(from -> plan.revise(terms, from));
    }

    private Plan nextAsked(Command command, StoredPlan stored) {
        PlanStart start = command.start();
        return start == null
                ? stored.plan().redraft(command.terms(), stored.madeBy().size() + 1)
                : stored.plan().revise(command.terms(), begin.from(start));
    }

    /// Shape: no `planId` creates the plan `newId`; no `start` makes a draft; the fingerprint is of
    /// the whole request.
    public record Command(
            @Nullable String planId,
            String newId,
            PlanTerms terms,
            @Nullable PlanStart start,
            String fingerprint,
            PlanChange change) {}
}
