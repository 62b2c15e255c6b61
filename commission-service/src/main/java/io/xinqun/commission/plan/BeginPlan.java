package io.xinqun.commission.plan;

import io.xinqun.commission.plan.PlanRefused.Reason;
import io.xinqun.commission.plan.terms.Scope;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import reactor.core.publisher.Mono;

/// Settles from when on a version is in force.
///
/// Shape: of all plans of a scope one begins at a moment. Who comes second is refused when he named
/// the moment, and begins a millisecond later when he said "at once". State: the moment belongs to
/// the plan before its version is saved; a plan that can never begin then gives it up. Errors:
/// `plan-backdated`, `plan-date-taken`.
public final class BeginPlan {

    /// More plans than this do not begin for one scope in one moment by accident.
    private static final int MOMENTS = 20;

    private final ScopeDates dates;
    private final Plans plans;
    private final Clock clock;
    private final ZoneId zone;

    public BeginPlan(ScopeDates dates, Plans plans, Clock clock, ZoneId zone) {
        this.dates = dates;
        this.plans = plans;
        this.clock = clock;
        this.zone = zone;
    }

    Instant from(PlanStart start) {
        return start.from(clock.instant(), zone);
    }

    /// Claims the moment for the plan; `from` or, at once, the next one that is free.
    Mono<Instant> claim(Scope scope, PlanStart start, Instant from, String planId) {
        return claim(scope, from, planId, start instanceof PlanStart.AtOnce ? MOMENTS : 1);
    }

    private Mono<Instant> claim(Scope scope, Instant from, String planId, int moments) {
        return dates.claim(scope, from, planId)
                .flatMap(holder -> unlessLost(scope, from, holder, planId))
                .flatMap(holder -> {
                    if (holder.equals(planId)) {
                        return Mono.just(from);
                    }
                    return moments > 1
                            ? claim(scope, from.plusMillis(1), planId, moments - 1)
                            : Mono.error(taken(scope, from, holder));
                });
    }

    /// The holder after a plan that gave the moment up has lost it.
    private Mono<String> unlessLost(Scope scope, Instant from, String holder, String planId) {
        if (holder.equals(planId)) {
            return Mono.just(holder);
        }
        return plans.find(holder)
                .filter(stored -> !stored.plan().mayBegin(from))
                .flatMap(lost -> dates.take(scope, from, holder, planId))
                .defaultIfEmpty(holder);
    }

    private static PlanRefused taken(Scope scope, Instant from, String holder) {
        return new PlanRefused(
                Reason.DATE_TAKEN,
                "Plan %s begins for %s at %s".formatted(holder, scope.text(), from));
    }
}
