package io.xinqun.commission.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import io.xinqun.commission.plan.Plan;
import io.xinqun.commission.plan.terms.Level;
import io.xinqun.commission.plan.terms.Pay;
import io.xinqun.commission.plan.terms.PlanTerms;
import io.xinqun.commission.plan.terms.Scope;
import io.xinqun.commission.plan.terms.ScopeKind;
import io.xinqun.kernel.event.Actor;
import io.xinqun.kernel.event.ContractAssertions;
import io.xinqun.kernel.money.BasisPoints;
import io.xinqun.kernel.money.Fen;
import io.xinqun.kernel.outbox.OutboxEntry;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlanContractTest {

    private static final Instant FROM = Instant.parse("2026-11-22T00:00:00Z");

    private final PlanContract contract = new PlanContract(Clock.systemUTC());

    @ParameterizedTest
    @EnumSource(ScopeKind.class)
    void a_plan_of_every_scope_is_told_as_the_contract_says(ScopeKind kind) {
        Scope scope = new Scope(kind, kind == ScopeKind.PLATFORM ? null : "x");
        Plan plan = Plan.create("p1", terms(scope, null), FROM);
        Level bounded =
                new Level(
                        new Pay.PerUnit(Fen.of(100)),
                        Fen.of(5_000),
                        Fen.of(9_000),
                        BasisPoints.of(4_000));

        assertMatches(plan);
        assertMatches(plan.revise(terms(scope, bounded), FROM.plusSeconds(1)));
        assertMatches(plan.retire());
    }

    @Test
    void the_event_is_named_after_the_plan_and_its_sequence() {
        Plan plan = Plan.create("p1", terms(new Scope(ScopeKind.PLATFORM, null), null), FROM);

        OutboxEntry event = contract.changed(plan, 3, new Actor("op", "operator"));

        assertThat(event.id()).isEqualTo("p1:3");
        assertThat(event.key()).isEqualTo("p1");
        assertThat(event.topic()).isEqualTo("commission.plan.v1");
    }

    private void assertMatches(Plan plan) {
        OutboxEntry event = contract.changed(plan, 1, new Actor("op", "operator"));
        ContractAssertions.assertMatches(PlanContract.TYPE, event.data());
    }

    private static PlanTerms terms(Scope scope, @Nullable Level second) {
        Level first = Level.of(new Pay.OfPaidGoods(BasisPoints.of(1_000)));
        return new PlanTerms(scope, first, second, false);
    }
}
