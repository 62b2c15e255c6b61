package io.xinqun.commission.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xinqun.kernel.money.BasisPoints;
import io.xinqun.kernel.money.Fen;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTest {

    private static final Instant FROM = Instant.parse("2026-11-22T00:00:00Z");
    private static final Scope PLATFORM = new Scope(ScopeKind.PLATFORM, null);
    private static final PlanPolicy TWO_LEVELS =
            new PlanPolicy(2, BasisPoints.of(5_000), Fen.of(10_000));

    @Test
    void versions_follow_each_other_and_the_first_stays_as_it_was() {
        Plan plan = Plan.create("p", terms(PLATFORM, FROM)).revise(terms(PLATFORM, later(1)));

        assertThat(plan.versions()).extracting(PlanVersion::number).containsExactly(1, 2);
        assertThat(plan.versions().getFirst().terms().activeFrom()).isEqualTo(FROM);
    }

    @Test
    void a_version_that_is_not_later_is_refused() {
        Plan plan = Plan.create("p", terms(PLATFORM, FROM));

        assertRefused("plan-version-not-later", () -> plan.revise(terms(PLATFORM, FROM)));
        assertRefused("plan-version-not-later", () -> plan.revise(terms(PLATFORM, later(-1))));
    }

    @Test
    void the_scope_never_changes() {
        Plan plan = Plan.create("p", terms(PLATFORM, FROM));
        Scope sku = new Scope(ScopeKind.SKU, "sku-1");

        assertRefused("plan-scope-fixed", () -> plan.revise(terms(sku, later(1))));
    }

    @Test
    void a_retired_plan_is_retired_in_all_versions_and_for_good() {
        Plan plan =
                Plan.create("p", terms(PLATFORM, FROM)).revise(terms(PLATFORM, later(1))).retire();

        assertThat(plan.versions()).extracting(PlanVersion::state).containsOnly(PlanState.RETIRED);
        assertRefused("plan-retired", () -> plan.revise(terms(PLATFORM, later(2))));
    }

    @Test
    void a_plan_has_a_last_version() {
        Plan plan = Plan.create("p", terms(PLATFORM, FROM));
        for (int version = 1; version < Plan.MAXIMUM_VERSIONS; version++) {
            plan = plan.revise(terms(PLATFORM, later(version)));
        }
        Plan full = plan;

        assertRefused("plan-full", () -> full.revise(terms(PLATFORM, later(1_000))));
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

    private static void assertOutcome(
            String expected, PlanPolicy policy, Pay first, @Nullable Pay second) {
        PlanTerms terms = new PlanTerms(PLATFORM, FROM, first, second, false);
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

    private static PlanTerms terms(Scope scope, Instant from) {
        return new PlanTerms(scope, from, new Pay.OfPaidGoods(BasisPoints.of(1_000)), null, false);
    }
}
