package io.xinqun.commission.plan.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.xinqun.commission.plan.Plan;
import io.xinqun.commission.plan.PlanState;
import io.xinqun.commission.plan.terms.Level;
import io.xinqun.commission.plan.terms.Pay;
import io.xinqun.commission.plan.terms.PlanTerms;
import io.xinqun.commission.plan.terms.Scope;
import io.xinqun.commission.plan.terms.ScopeKind;
import io.xinqun.kernel.money.BasisPoints;
import io.xinqun.kernel.money.Fen;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PlanDocumentTest {

    private static final Instant FROM = Instant.parse("2026-11-22T00:00:00Z");

    @ParameterizedTest
    @EnumSource(ScopeKind.class)
    void a_plan_comes_back_as_it_was_stored(ScopeKind kind) {
        Scope scope = new Scope(kind, kind == ScopeKind.PLATFORM ? null : "x");
        Level bounded =
                new Level(
                        new Pay.PerUnit(Fen.of(300)),
                        Fen.of(1_000),
                        Fen.of(5_000),
                        BasisPoints.of(2_500));
        Level plain = Level.of(new Pay.OfPaidGoods(BasisPoints.of(1_000)));
        Plan draft = Plan.draft("p", new PlanTerms(scope, plain, bounded, true));
        Plan active =
                draft.activate(1, FROM).redraft(new PlanTerms(scope, bounded, null, false), 2);

        for (Plan plan : List.of(draft, active, active.retire(), draft.retire())) {
            assertThat(PlanDocument.plan(PlanDocument.content(plan).append("_id", "p")))
                    .isEqualTo(plan);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"active, ACTIVE", "retired, RETIRED"})
    void a_plan_of_before_there_were_drafts_is_read(String state, PlanState expected) {
        Plan plan = PlanDocument.plan(old(state));

        assertThat(plan.state()).isEqualTo(expected);
        assertThat(plan.draft()).isNull();
        assertThat(plan.versions().getFirst().terms().level1())
                .isEqualTo(Level.of(new Pay.OfPaidGoods(BasisPoints.of(1_000))));
    }

    @Test
    void an_old_plan_can_be_revised() {
        Plan plan = PlanDocument.plan(old("active"));

        Plan revised = plan.revise(plan.versions().getFirst().terms(), FROM.plusMillis(1));

        assertThat(PlanDocument.plan(PlanDocument.content(revised).append("_id", "p")))
                .isEqualTo(revised);
    }

    private static Document old(String state) {
        return Document.parse(
                """
                {"_id": "p", "sequence": 1, "versions": [
                  {"number": 1, "state": "%s", "activeFrom": {"$date": "2026-11-22T00:00:00Z"},
                   "scope": "platform", "scopeValue": null, "level1": {"basisPoints": 1000},
                   "selfPurchase": false}]}
                """
                        .formatted(state));
    }
}
