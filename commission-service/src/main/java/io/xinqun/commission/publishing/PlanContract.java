package io.xinqun.commission.publishing;

import io.xinqun.commission.plan.Pay;
import io.xinqun.commission.plan.Plan;
import io.xinqun.commission.plan.PlanEvents;
import io.xinqun.commission.plan.PlanTerms;
import io.xinqun.commission.plan.PlanVersion;
import io.xinqun.commission.plan.Scope;
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
            Level level1,
            @Nullable Level level2,
            boolean selfPurchase) {

        static Version of(PlanVersion version) {
            PlanTerms terms = version.terms();
            return new Version(
                    version.number(),
                    version.state().text(),
                    terms.activeFrom(),
                    Scoped.of(terms.scope()),
                    Level.of(terms.level1()),
                    terms.level2() == null ? null : Level.of(terms.level2()),
                    terms.selfPurchase());
        }
    }

    record Scoped(String kind, @Nullable String value) {

        static Scoped of(Scope scope) {
            return new Scoped(scope.kind().text(), scope.value());
        }
    }

    record Level(@Nullable BasisPoints rateBasisPoints, @Nullable Fen fixedFen) {

        static Level of(Pay pay) {
            return switch (pay) {
                case Pay.OfPaidGoods(BasisPoints rate) -> new Level(rate, null);
                case Pay.PerUnit(Fen fixed) -> new Level(null, fixed);
            };
        }
    }
}
