package io.xinqun.order.plans.messaging;

import io.xinqun.kernel.consumer.EventHandler;
import io.xinqun.kernel.consumer.PoisonMessage;
import io.xinqun.kernel.event.Event;
import io.xinqun.kernel.event.EventJson;
import io.xinqun.kernel.money.BasisPoints;
import io.xinqun.kernel.money.Fen;
import io.xinqun.order.order.deal.Plan;
import io.xinqun.order.order.deal.Plan.Level;
import io.xinqun.order.order.deal.Plan.Pay;
import io.xinqun.order.order.deal.Plan.Scope;
import io.xinqun.order.order.deal.Plan.ScopeKind;
import io.xinqun.order.plans.PlanShelf;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Learns commission plans.
public final class PlanHandler implements EventHandler {

    private static final String ACTIVE = "active";

    private final PlanShelf shelf;

    public PlanHandler(PlanShelf shelf) {
        this.shelf = shelf;
    }

    /// What is read of `commission.plan.v1`.
    record PlanData(String planId, List<Version> versions) {

        List<Plan> active() {
            return versions.stream()
                    .filter(each -> ACTIVE.equals(each.state()))
                    .map(each -> each.plan(planId))
                    .toList();
        }
    }

    record Version(
            long version,
            String state,
            Instant activeFrom,
            ScopeData scope,
            PayData level1,
            @Nullable PayData level2,
            boolean selfPurchase) {

        Plan plan(String planId) {
            return new Plan(
                    planId,
                    version,
                    activeFrom,
                    scope.scope(),
                    level1.level(),
                    level2 == null ? null : level2.level(),
                    selfPurchase);
        }
    }

    record ScopeData(String kind, @Nullable String value) {

        Scope scope() {
            return new Scope(
                    ScopeKind.valueOf(kind.toUpperCase(Locale.ROOT).replace('-', '_')),
                    value == null ? "" : value);
        }
    }

    record PayData(
            @Nullable BasisPoints rateBasisPoints,
            @Nullable Fen fixedFen,
            @Nullable Fen maximumPerLineFen,
            @Nullable Fen maximumPerOrderFen,
            @Nullable BasisPoints supplierFundsBasisPoints) {

        Level level() {
            return new Level(
                    new Pay(rateBasisPoints, fixedFen),
                    maximumPerLineFen,
                    maximumPerOrderFen,
                    Objects.requireNonNullElse(supplierFundsBasisPoints, BasisPoints.ZERO));
        }
    }

    @Override
    public Set<String> types() {
        return Set.of("commission.plan.v1");
    }

    @Override
    public void handle(Event event) {
        PlanData data = EventJson.read(event, PlanData.class);
        shelf.learn(data.planId(), active(event, data), event.sequence()).block();
    }

    /// A scope or a rate that is not known here stays unknown, however often it is read.
    private static List<Plan> active(Event event, PlanData data) {
        try {
            return data.active();
        } catch (IllegalArgumentException unknown) {
            throw new PoisonMessage("unknown-value", event.toString(), unknown);
        }
    }
}
