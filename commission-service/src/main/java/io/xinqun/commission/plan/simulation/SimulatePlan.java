package io.xinqun.commission.plan.simulation;

import io.xinqun.commission.ledger.sold.SoldOrder;
import io.xinqun.commission.plan.Plan;
import io.xinqun.commission.plan.PlanDraft;
import io.xinqun.commission.plan.PlanVersion;
import io.xinqun.commission.plan.Plans;
import io.xinqun.kernel.problem.CommonProblem;
import io.xinqun.kernel.problem.Problem;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Mono;

/// Shows how an order would be split if a plan's draft were in force, beside how it is split by the
/// plans of today. A plan without a draft is tried out with its newest version.
///
/// Shape: the draft has to win by precedence like any plan, so both splits of a line may be the
/// same. State: reads only. Errors: `not-found` for the plan or the order; `plan-retired`.
public final class SimulatePlan {

    private final Plans plans;
    private final SoldOrders orders;
    private final Clock clock;

    public SimulatePlan(Plans plans, SoldOrders orders, Clock clock) {
        this.plans = plans;
        this.orders = orders;
        this.clock = clock;
    }

    public Mono<Simulation> ofOrder(String planId, String orderId) {
        return orders.find(orderId)
                .switchIfEmpty(
                        Mono.error(() ->
                                new Problem(
                                        CommonProblem.NOT_FOUND,
                                        "There is no such paid order whose lines are known")))
                .flatMap(order -> of(planId, order));
    }

    public Mono<Simulation> of(String planId, SoldOrder order) {
        Instant now = clock.instant();
        return plans.find(planId)
                .switchIfEmpty(
                        Mono.error(() ->
                                new Problem(CommonProblem.NOT_FOUND, "There is no such plan")))
                .map(stored -> tried(stored.plan(), now))
                .flatMap(tried ->
                        plans.current()
                                .concatMapIterable(SimulatePlan::candidates)
                                .collectList()
                                .map(today -> simulation(order, tried, today, now)));
    }

    private static Simulation simulation(
            SoldOrder order, PlanCandidate tried, List<PlanCandidate> today, Instant now) {
        List<PlanCandidate> then = new ArrayList<>(today);
        then.add(tried);
        return new Simulation(
                tried,
                now,
                order,
                SimulatedSplit.of(order, today, now),
                SimulatedSplit.of(order, then, now));
    }

    private static List<PlanCandidate> candidates(Plan plan) {
        return plan.versions().stream()
                .map(each ->
                        new PlanCandidate(
                                plan.id(), each.number(), each.activeFrom(), each.terms(), false))
                .toList();
    }

    private static PlanCandidate tried(Plan plan, Instant now) {
        PlanDraft draft = plan.draftToTry();
        if (draft != null) {
            int next = plan.versions().size() + 1;
            return new PlanCandidate(plan.id(), next, now, draft.terms(), true);
        }
        PlanVersion newest = plan.versions().getLast();
        return new PlanCandidate(plan.id(), newest.number(), now, newest.terms(), true);
    }

    /// The same order split twice, line by line.
    public record Simulation(
            PlanCandidate tried,
            Instant at,
            SoldOrder order,
            List<SimulatedLine> today,
            List<SimulatedLine> then) {}
}
