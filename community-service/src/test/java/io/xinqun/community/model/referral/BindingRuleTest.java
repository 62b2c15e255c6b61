package io.xinqun.community.model.referral;

import static org.assertj.core.api.Assertions.assertThat;

import io.xinqun.community.model.referral.BindingDecision.Bound;
import io.xinqun.community.model.referral.BindingDecision.Kept;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BindingRuleTest {

    private static final Instant DAY_0 = Instant.parse("2026-11-01T00:00:00Z");
    private static final ReferralPolicy FIRST_TOUCH =
            new ReferralPolicy(1, AttributionModel.FIRST_TOUCH, 30);
    private static final ReferralPolicy LAST_TOUCH =
            new ReferralPolicy(2, AttributionModel.LAST_TOUCH, 30);

    @Test
    void the_first_touch_binds_for_the_window() {
        Binding binding = decided(null, touch("A", DAY_0), FIRST_TOUCH);

        assertThat(binding.sharer()).isEqualTo("A");
        assertThat(binding.version()).isEqualTo(1);
        assertThat(binding.policy()).isEqualTo(FIRST_TOUCH);
        assertThat(binding.touchedAt()).isEqualTo(DAY_0);
        assertThat(binding.expiresAt()).isEqualTo(DAY_0.plus(Duration.ofDays(30)));
    }

    @Test
    @Tag("CM6")
    void first_touch_pays_the_earlier_sharer_until_the_window_ends_and_then_nobody() {
        Binding a = decided(null, touch("A", DAY_0), FIRST_TOUCH);
        Binding afterB = decided(a, touch("B", day(10)), FIRST_TOUCH);

        assertThat(afterB).isEqualTo(a);
        assertThat(afterB.isLive(day(20))).isTrue();
        assertThat(afterB.isLive(day(30).minusMillis(1))).isTrue();
        assertThat(afterB.isLive(day(30))).isFalse();
        assertThat(afterB.isLive(day(31))).isFalse();
    }

    @Test
    @Tag("CM7")
    void last_touch_pays_the_later_sharer() {
        Binding a = decided(null, touch("A", DAY_0), LAST_TOUCH);
        Binding b = decided(a, touch("B", day(10)), LAST_TOUCH);

        assertThat(b.sharer()).isEqualTo("B");
        assertThat(b.version()).isEqualTo(2);
        assertThat(b.isLive(day(40).minusMillis(1))).isTrue();
        assertThat(b.isLive(day(40))).isFalse();
    }

    @Test
    @Tag("CM7")
    void a_change_of_policy_does_not_touch_what_an_older_one_made() {
        Binding a = decided(null, touch("A", DAY_0), FIRST_TOUCH);
        Binding kept = decided(a, touch("B", day(10)), LAST_TOUCH);
        assertThat(kept).isEqualTo(a);

        Binding replaceable = decided(null, touch("A", DAY_0), LAST_TOUCH);
        Binding b = decided(replaceable, touch("B", day(10)), FIRST_TOUCH);
        assertThat(b.sharer()).isEqualTo("B");
        assertThat(b.policy()).isEqualTo(FIRST_TOUCH);
    }

    @ParameterizedTest(name = "first touch, B at {0} of A''s window: {1}")
    @CsvSource({"P29DT23H59M59.999S, A", "P30D, B", "P31D, B"})
    void first_touch_ends_exactly_with_its_window(Duration later, String sharer) {
        Binding a = decided(null, touch("A", DAY_0), FIRST_TOUCH);

        assertThat(decided(a, touch("B", DAY_0.plus(later)), FIRST_TOUCH).sharer())
                .isEqualTo(sharer);
    }

    @ParameterizedTest(name = "the same link again after {0} makes version {1}")
    @CsvSource({"PT0S, 1", "PT59.999S, 1", "PT1M, 2", "PT1H, 2"})
    void a_reload_is_no_new_touch(Duration later, long version) {
        Binding a = decided(null, touch("A", DAY_0), LAST_TOUCH);

        assertThat(decided(a, touch("A", DAY_0.plus(later)), LAST_TOUCH).version())
                .isEqualTo(version);
    }

    @Test
    void a_repeat_under_first_touch_does_not_extend_the_window() {
        Binding a = decided(null, touch("A", DAY_0), FIRST_TOUCH);

        assertThat(decided(a, touch("A", day(10)), FIRST_TOUCH).expiresAt()).isEqualTo(day(30));
    }

    @Test
    void a_sharer_who_no_longer_earns_keeps_nobody() {
        Binding a = decided(null, touch("A", DAY_0), FIRST_TOUCH);

        BindingDecision decision = BindingRule.decide(a, false, touch("B", day(1)), FIRST_TOUCH);

        assertThat(decision).isInstanceOf(Bound.class);
        assertThat(decision.binding().sharer()).isEqualTo("B");
    }

    @Test
    void a_revoked_binding_counts_no_more_and_is_replaced_with_the_next_version() {
        Binding revoked = decided(null, touch("A", DAY_0), FIRST_TOUCH).revokedNext();

        assertThat(revoked.isLive(DAY_0)).isFalse();
        Binding next = decided(revoked, touch("B", day(1)), FIRST_TOUCH);
        assertThat(next.sharer()).isEqualTo("B");
        assertThat(next.version()).isEqualTo(3);
    }

    /// Every model of the standing binding × counting or not × same or other link.
    @ParameterizedTest(name = "{0}, counts {1}, same link {2}: {3}")
    @CsvSource({
        "FIRST_TOUCH, true,  true,  kept",
        "FIRST_TOUCH, true,  false, kept",
        "FIRST_TOUCH, false, true,  bound",
        "FIRST_TOUCH, false, false, bound",
        "LAST_TOUCH,  true,  true,  bound",
        "LAST_TOUCH,  true,  false, bound",
        "LAST_TOUCH,  false, true,  bound",
        "LAST_TOUCH,  false, false, bound",
    })
    void the_whole_table(AttributionModel model, boolean counts, boolean same, String outcome) {
        ReferralPolicy policy = new ReferralPolicy(3, model, 30);
        Binding a = decided(null, touch("A", DAY_0), policy);
        Instant at = counts ? day(1) : day(30);

        BindingDecision decision = BindingRule.decide(a, true, touch(same ? "A" : "B", at), policy);

        assertThat(decision instanceof Kept ? "kept" : "bound").isEqualTo(outcome);
    }

    private static Binding decided(
            @Nullable Binding standing, Touch touch, ReferralPolicy inForce) {
        return BindingRule.decide(standing, true, touch, inForce).binding();
    }

    private static Instant day(int day) {
        return DAY_0.plus(Duration.ofDays(day));
    }

    private static Touch touch(String sharer, Instant at) {
        ShareLink link =
                new ShareLink(
                        "LINK00000" + sharer,
                        sharer,
                        new Target(Target.Kind.PRODUCT, "p1"),
                        Channel.GROUP,
                        null,
                        DAY_0);
        return new Touch("consumer", link, null, at);
    }
}
