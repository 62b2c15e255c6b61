package io.xinqun.order.quote;

import static org.assertj.core.api.Assertions.assertThat;

import io.xinqun.kernel.money.Fen;
import io.xinqun.order.order.deal.Attributed;
import io.xinqun.order.order.deal.Offer;
import io.xinqun.order.order.deal.Plan;
import io.xinqun.order.order.line.PriceReason;
import io.xinqun.order.order.line.SplitPart;
import io.xinqun.order.order.line.SplitRole;
import io.xinqun.order.testing.Samples;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LineSplitTest {

    private static final Attributed LINK = Samples.attributed(PriceReason.CURATOR_LINK);

    private static String shown(List<SplitPart> split) {
        return split.stream()
                .map(part -> part.role().code() + " " + part.amount().amount())
                .collect(Collectors.joining(", "));
    }

    private static List<SplitPart> split(
            long supply, long price, long quantity, @Nullable Plan plan, Attributed attributed) {
        Offer offer = Samples.offer("sku", supply, price, null);
        return LineSplit.of(
                offer,
                new LineSplit.Sale(quantity, Fen.of(price)),
                attributed,
                Optional.ofNullable(plan));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # supply | price | quantity | rate1 | fixed1 | rate2 | fixed2 | split
                    3200 | 4300 | 2 | 1000 |      | 200 |     | supplier 6400, curator 860, second 172, platform 1168
                    3200 | 4300 | 1 |  333 |      |     |     | supplier 3200, curator 143, platform 957
                    3200 | 4300 | 2 |      |  300 |     | 100 | supplier 6400, curator 600, second 200, platform 1400
                    4200 | 4300 | 1 | 1000 |      | 200 |     | supplier 4200, curator 100, second 0
                    4250 | 4300 | 1 |      |   30 |     | 100 | supplier 4250, curator 30, second 20
                    5000 | 4300 | 1 | 1000 |      |     |     | supplier 4300, curator 0
                       0 | 4300 | 1 | 1000 |      |     |     | curator 430, platform 3870
                    3200 | 4300 | 1 |    0 |      |     |     | supplier 3200, platform 1100
                    """)
    void a_line_is_split_to_the_last_fen(
            long supply,
            long price,
            long quantity,
            @Nullable Integer rate1,
            @Nullable Long fixed1,
            @Nullable Integer rate2,
            @Nullable Long fixed2,
            String expected) {
        Plan.Pay second = rate2 == null && fixed2 == null ? null : Samples.pay(rate2, fixed2);
        assertThat(shown(split(supply, price, quantity, Samples.plan(rate1, fixed1, second), LINK)))
                .isEqualTo(expected);
    }

    @Test
    void what_the_margin_cut_is_recorded() {
        List<SplitPart> parts =
                split(4_200, 4_300, 1, Samples.plan(1_000, null, Samples.pay(200, null)), LINK);
        assertThat(parts.get(1).rule().cappedFrom()).isEqualTo(Fen.of(430));
        assertThat(parts.get(2).rule().cappedFrom()).isEqualTo(Fen.of(86));
    }

    @Test
    @Tag("CM9")
    void an_own_purchase_pays_nothing_unless_the_plan_allows_it() {
        Attributed own = Samples.attributed(PriceReason.OWN_LINK);
        Plan plan = Samples.plan(1_000, null, null);
        Plan allowing =
                new Plan(
                        plan.planId(),
                        plan.version(),
                        plan.activeFrom(),
                        plan.scope(),
                        plan.level1(),
                        null,
                        true);
        assertThat(shown(split(3_200, 4_300, 1, plan, own)))
                .isEqualTo("supplier 3200, platform 1100");
        assertThat(shown(split(3_200, 4_300, 1, allowing, own)))
                .isEqualTo("supplier 3200, curator 430, platform 670");
    }

    @Test
    @Tag("CM11")
    void without_an_eligible_sharer_nobody_is_promoted() {
        Attributed nobody = Attributed.nobody(PriceReason.SHARER_NOT_ACTIVE);
        Plan plan = Samples.plan(1_000, null, Samples.pay(200, null));
        assertThat(shown(split(3_200, 4_300, 1, plan, nobody)))
                .isEqualTo("supplier 3200, platform 1100");
    }

    @Test
    void without_a_plan_there_is_no_commission() {
        assertThat(shown(split(3_200, 4_300, 1, null, LINK)))
                .isEqualTo("supplier 3200, platform 1100");
    }

    @Test
    void the_parts_always_sum_to_what_was_paid() {
        long seed = 20_261_122L;
        Random random = new Random(seed);
        for (int n = 0; n < 200_000; n++) {
            long price = random.nextLong(1, 10_000_000);
            long supply = random.nextLong(0, 12_000_000);
            long quantity = random.nextLong(1, 100);
            Plan.Pay second = random.nextBoolean() ? pay(random) : null;
            Plan.Pay first = pay(random);
            Plan plan =
                    new Plan(
                            "plan",
                            1,
                            Samples.NOW,
                            new Plan.Scope(Plan.ScopeKind.PLATFORM, ""),
                            first,
                            second,
                            false);
            List<SplitPart> parts = split(supply, price, quantity, plan, LINK);
            check("seed " + seed + ", case " + n, parts, supply, price * quantity, quantity);
        }
    }

    private static Plan.Pay pay(Random random) {
        return random.nextBoolean()
                ? Samples.pay(random.nextInt(10_001), null)
                : Samples.pay(null, random.nextLong(0, 5_000_000));
    }

    private static void check(
            String which, List<SplitPart> parts, long supply, long paid, long quantity) {
        long sum = parts.stream().mapToLong(part -> part.amount().amount()).sum();
        if (sum != paid) {
            throw new AssertionError(which + ": " + shown(parts) + " is not " + paid);
        }
        for (SplitPart part : parts) {
            long amount = part.amount().amount();
            boolean wrong =
                    amount < 0
                            || (part.role() == SplitRole.SUPPLIER
                                    && amount != Math.min(supply * quantity, paid))
                            || (part.rule() != null
                                    && part.rule().cappedFrom() == null
                                    && amount == 0)
                            || (part.rule() != null
                                    && part.rule().cappedFrom() != null
                                    && part.rule().cappedFrom().amount() <= amount);
            if (wrong) {
                throw new AssertionError(which + ": " + part);
            }
        }
    }
}
