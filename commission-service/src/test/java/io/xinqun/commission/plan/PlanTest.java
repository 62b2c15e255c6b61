package io.xinqun.commission.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xinqun.commission.plan.terms.Level;
import io.xinqun.commission.plan.terms.Pay;
import io.xinqun.commission.plan.terms.PlanTerms;
import io.xinqun.commission.plan.terms.Scope;
import io.xinqun.commission.plan.terms.ScopeKind;
import io.xinqun.kernel.money.BasisPoints;
import io.xinqun.kernel.money.Fen;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("F1")
class PlanTest {

    private static final Instant FROM = Instant.parse("2026-11-22T00:00:00Z");
    private static final Scope PLATFORM = new Scope(ScopeKind.PLATFORM, null);
    private static final PlanTerms TERMS = terms(PLATFORM, 1_000);
    private static final PlanPolicy TWO_LEVELS =
            new PlanPolicy(2, BasisPoints.of(5_000), Fen.of(10_000));

    @Test
    void versions_follow_each_other_and_the_first_stays_as_it_was() {
        Plan plan = Plan.create("p", TERMS, FROM).revise(terms(PLATFORM, 500), later(1));

        assertThat(plan.versions()).extracting(PlanVersion::number).containsExactly(1, 2);
        assertThat(plan.versions().getFirst().activeFrom()).isEqualTo(FROM);
        assertThat(plan.versions().getFirst().terms()).isEqualTo(TERMS);
    }

    @Test
    void a_version_that_is_not_later_is_refused() {
        Plan plan = Plan.create("p", TERMS, FROM);

        assertRefused("plan-version-not-later", () -> plan.revise(TERMS, FROM));
        assertRefused("plan-version-not-later", () -> plan.revise(TERMS, later(-1)));
        assertRefused("plan-version-not-later", () -> plan.redraft(TERMS, 2).activate(null, FROM));
    }

    @Test
    void the_scope_never_changes() {
        Plan plan = Plan.create("p", TERMS, FROM);
        PlanTerms sku = terms(new Scope(ScopeKind.SKU, "sku-1"), 100);

        assertRefused("plan-scope-fixed", () -> plan.revise(sku, later(1)));
        assertRefused("plan-scope-fixed", () -> plan.redraft(sku, 2));
        assertRefused("plan-scope-fixed", () -> Plan.draft("p", TERMS).redraft(sku, 2));
    }

    @Test
    void a_draft_is_no_version_until_it_is_put_into_force() {
        Plan draft = Plan.draft("p", TERMS);
        Plan active = draft.activate(null, FROM);

        assertThat(draft.state()).isEqualTo(PlanState.DRAFT);
        assertThat(draft.versions()).isEmpty();
        assertThat(active.draft()).isNull();
        assertThat(active.versions())
                .containsExactly(new PlanVersion(1, PlanState.ACTIVE, FROM, TERMS));
        assertRefused("plan-has-no-draft", () -> active.activate(null, later(1)));
    }

    @Test
    void a_draft_that_somebody_changed_is_not_put_into_force_unseen() {
        Plan changed = Plan.draft("p", TERMS).redraft(terms(PLATFORM, 4_000), 2);

        assertRefused("plan-draft-changed", () -> changed.activate(1, FROM));
        assertThat(changed.activate(2, FROM).versions()).hasSize(1);
    }

    @Test
    void a_version_beside_a_draft_leaves_the_draft() {
        Plan plan = Plan.create("p", TERMS, FROM).redraft(terms(PLATFORM, 700), 2);

        assertThat(plan.revise(TERMS, later(1)).draft()).isEqualTo(plan.draft());
        assertThat(plan.state()).isEqualTo(PlanState.ACTIVE);
    }

    @Test
    void a_retired_plan_is_retired_in_all_versions_and_for_good() {
        Plan plan = Plan.create("p", TERMS, FROM).revise(TERMS, later(1)).retire();

        assertThat(plan.versions()).extracting(PlanVersion::state).containsOnly(PlanState.RETIRED);
        assertRefused("plan-retired", () -> plan.revise(TERMS, later(2)));
        assertRefused("plan-retired", () -> plan.redraft(TERMS, 3));
        assertRefused("plan-retired", () -> Plan.draft("p", TERMS).retire().activate(1, FROM));
    }

    @Test
    void a_plan_has_a_last_version() {
        Plan plan = Plan.create("p", TERMS, FROM);
        for (int version = 1; version < Plan.MAXIMUM_VERSIONS; version++) {
            plan = plan.revise(TERMS, later(version));
        }
        Plan full = plan;

        assertRefused("plan-full", () -> full.revise(TERMS, later(1_000)));
    }

    @Test
    void a_moment_is_lost_only_when_no_version_can_begin_at_it_any_more() {
        Plan plan = Plan.create("p", TERMS, FROM).revise(TERMS, later(10));

        assertThat(plan.mayBegin(FROM)).isTrue();
        assertThat(plan.mayBegin(later(10))).isTrue();
        assertThat(plan.mayBegin(later(11))).isTrue();
        assertThat(plan.mayBegin(later(5))).isFalse();
        assertThat(plan.retire().mayBegin(FROM)).isFalse();
        assertThat(plan.retire().mayBegin(later(11))).isFalse();
        assertThat(Plan.draft("p", TERMS).mayBegin(FROM)).isTrue();
    }

    @ParameterizedTest(name = "level 1 {0}, level 2 {1}, {2} levels: {3}")
    @CsvSource({
        "5000,     ,      2, allowed",
        "5001,     ,      2, plan-pays-too-much",
        "4000,     1000,  2, allowed",
        "4000,     1001,  2, plan-pays-too-much",
        "1000,     100,   1, plan-level-not-allowed",
        "1000,     ,      1, allowed",
    })
    @Tag("CM10")
    void rates_and_levels_stay_within_the_policy(
            int first, @Nullable Integer second, int levels, String expected) {
        PlanPolicy policy = new PlanPolicy(levels, BasisPoints.of(5_000), Fen.of(10_000));
        assertOutcome(
                expected,
                policy,
                new Pay.OfPaidGoods(BasisPoints.of(first)),
                second == null ? null : new Pay.OfPaidGoods(BasisPoints.of(second)));
    }

    @ParameterizedTest(name = "level 1 {0} fen, level 2 {1} fen: {2}")
    @CsvSource({
        "10000, 0,    allowed",
        "10000, 1,    plan-pays-too-much",
        "9000,  1000, allowed",
        "9223372036854775807, 9223372036854775807, plan-pays-too-much",
    })
    void fixed_pay_stays_within_the_policy(long first, long second, String expected) {
        assertOutcome(
                expected,
                TWO_LEVELS,
                new Pay.PerUnit(Fen.of(first)),
                new Pay.PerUnit(Fen.of(second)));
    }

    @Test
    void a_refusal_shows_its_arithmetic() {
        PlanTerms terms =
                new PlanTerms(
                        PLATFORM,
                        Level.of(new Pay.OfPaidGoods(BasisPoints.of(4_000))),
                        Level.of(new Pay.OfPaidGoods(BasisPoints.of(1_001))),
                        false);

        assertThatThrownBy(() -> TWO_LEVELS.check(terms))
                .isInstanceOfSatisfying(
                        PlanRefused.class,
                        refused -> {
                            assertThat(refused.excess())
                                    .isEqualTo(
                                            new PlanRefused.Excess(
                                                    "basis points", 4_000, 1_001, 5_000));
                            assertThat(refused.detail())
                                    .isEqualTo(
                                            "Level 1 pays 4000 and level 2 pays 1001 basis points;"
                                                    + " together at most 5000");
                        });
    }

    private static void assertOutcome(
            String expected, PlanPolicy policy, Pay first, @Nullable Pay second) {
        PlanTerms terms =
                new PlanTerms(
                        PLATFORM, Level.of(first), second == null ? null : Level.of(second), false);
        if (expected.equals("allowed")) {
            policy.check(terms);
        } else {
            assertRefused(expected, () -> policy.check(terms));
        }
    }

    private static void assertRefused(String code, Runnable action) {
        assertThatThrownBy(action::run)
                .isInstanceOfSatisfying(
                        PlanRefused.class, refused -> assertThat(codeOf(refused)).isEqualTo(code));
    }

    private static String codeOf(PlanRefused refused) {
        return "plan-" + refused.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Instant later(int seconds) {
        return FROM.plusSeconds(seconds);
    }

    private static PlanTerms terms(Scope scope, int rate) {
        return new PlanTerms(
                scope, Level.of(new Pay.OfPaidGoods(BasisPoints.of(rate))), null, false);
    }
}
