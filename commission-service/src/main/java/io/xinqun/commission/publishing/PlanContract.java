package io.xinqun.commission.publishing;

import io.xinqun.commission.plan.Plan;
import io.xinqun.commission.plan.PlanEvents;
import io.xinqun.commission.plan.PlanVersion;
import io.xinqun.commission.plan.terms.Level;
import io.xinqun.commission.plan.terms.Pay;
import io.xinqun.commission.plan.terms.PlanTerms;
import io.xinqun.commission.plan.terms.Scope;
import io.xinqun.kernel.event.Actor;
import io.xinqun.kernel.event.EventJson;
import io.xinqun.kernel.money.BasisPoints;
import io.xinqun.kernel.money.Fen;
import io.xinqun.kernel.outbox.OutboxEntry;
import io.xinqun.kernel.telemetry.Traces;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Plans as they travel: `commission.plan.v1`, the full state with every version.
public final class PlanContract implements PlanEvents {

    public static final String TYPE = "commission.plan.v1";

    private final Clock clock;

    public PlanContract(Clock clock) {
        this.clock = clock;
    }

    @Override
    public OutboxEntry changed(Plan plan, long sequence, Actor actor) {
        return new OutboxEntry(
                plan.id() + ':' + sequence,
                Topics.PLANS,
                plan.id(),
                TYPE,
                sequence,
                null,
                actor,
                Traces.current(),
                clock.instant(),
                EventJson.write(Data.of(plan)));
    }

    record Data(String planId, List<Version> versions) {

        static Data of(Plan plan) {
            return new Data(plan.id(), plan.versions().stream().map(Version::of).toList());
        }
    }

    record Version(
            int version,
            String state,
            Instant activeFrom,
            Scoped scope,
            Paid level1,
            @Nullable Paid level2,
            boolean selfPurchase) {

        static Version of(PlanVersion version) {
            PlanTerms terms = version.terms();
            return new Version(
                    version.number(),
                    version.state().text(),
                    version.activeFrom(),
                    Scoped.of(terms.scope()),
                    Paid.of(terms.level1()),
                    terms.level2() == null ? null : Paid.of(terms.level2()),
                    terms.selfPurchase());
        }
    }

    record Scoped(String kind, @Nullable String value) {

        static Scoped of(Scope scope) {
            return new Scoped(scope.kind().text(), scope.value());
        }
    }

    /// What a level is paid; bounds and the supplier's share are told where there are any.
    record Paid(
            @Nullable BasisPoints rateBasisPoints,
            @Nullable Fen fixedFen,
            @Nullable Fen maximumPerLineFen,
            @Nullable Fen maximumPerOrderFen,
            @Nullable BasisPoints supplierFundsBasisPoints) {

        static Paid of(Level level) {
            Pay pay = level.pay();
            return new Paid(
                    pay instanceof Pay.OfPaidGoods(BasisPoints rate) ? rate : null,
                    pay instanceof Pay.PerUnit(Fen fixed) ? fixed : null,
                    level.perLine(),
                    level.perOrder(),
                    level.supplierFunds().equals(BasisPoints.ZERO) ? null : level.supplierFunds());
        }
    }
}
