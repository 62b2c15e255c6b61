package io.xinqun.order.quote;

import static org.assertj.core.api.Assertions.assertThat;

import io.xinqun.kernel.money.BasisPoints;
import io.xinqun.kernel.money.Fen;
import io.xinqun.order.order.deal.Attributed;
import io.xinqun.order.order.deal.Offer;
import io.xinqun.order.order.deal.Plan;
import io.xinqun.order.order.deal.Plan.Level;
import io.xinqun.order.order.line.PriceReason;
import io.xinqun.order.order.line.SplitPart;
import io.xinqun.order.order.line.SplitRole;
import io.xinqun.order.order.line.SplitRule;
import io.xinqun.order.order.line.SplitRule.Cap;
import io.xinqun.order.quote.OrderSplit.Sale;
import io.xinqun.order.testing.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Tag("F1")
@Tag("F2")
class OrderSplitTest {

    private static final Attributed LINK = Samples.attributed(PriceReason.CURATOR_LINK);
    private static final int ORDERS = 60_000;

    @Test
    void what_made_a_part_is_frozen_with_it() {
        Level level = new Level(Samples.pay(1_000, null), Fen.of(300), null, BasisPoints.of(2_500));
        List<SplitPart> parts =
                OrderSplit.of(List.of(sale(3_200, 4_300, 1, plan(level, null))), LINK).getFirst();

        assertThat(parts.get(1).rule())
                .isEqualTo(
                        new SplitRule(
                                "plan-1",
                                2,
                                Fen.of(4_300),
                                BasisPoints.of(1_000),
                                null,
                                SplitRule.Rounding.DOWN,
                                new SplitRule.Cut(Fen.of(430), Cap.LINE),
                                Fen.of(75)));
        assertThat(parts.getFirst().amount()).isEqualTo(Fen.of(3_200 - 75));
    }

    /// 60,000 orders of 1 to 5 lines are more than 150,000 lines.
    @Test
    void every_line_sums_to_what_was_paid_and_no_cap_is_passed() {
        long seed = 20_261_122L;
        Random random = new Random(seed);
        int lines = 0;
        for (int n = 0; n < ORDERS; n++) {
            Plan first = randomPlan("a", random);
            Plan second = randomPlan("b", random);
            List<Sale> sales = new ArrayList<>();
            for (int line = random.nextInt(5); line >= 0; line--) {
                sales.add(randomSale(random, random.nextInt(3) == 0 ? second : first));
            }
            List<List<SplitPart>> splits = OrderSplit.of(sales, LINK);
            String which = "seed " + seed + ", order " + n;
            for (int line = 0; line < sales.size(); line++) {
                checkLine(which, sales.get(line), splits.get(line));
            }
            checkOrder(which, first, splits);
            checkOrder(which, second, splits);
            lines += sales.size();
        }
        assertThat(lines).isGreaterThan(100_000);
    }

    private static void checkLine(String which, Sale sale, List<SplitPart> parts) {
        long sum = parts.stream().mapToLong(part -> part.amount().amount()).sum();
        long supplier = amount(parts, SplitRole.SUPPLIER);
        long platform = amount(parts, SplitRole.PLATFORM);
        long funded = 0;
        for (SplitPart part : parts) {
            funded += part.rule() == null ? 0 : part.rule().supplierFunds().amount();
            checkPart(which, sale, part, supplier, platform);
        }
        long owed =
                Math.min(
                        sale.offer().prices().supply().amount() * sale.quantity(),
                        sale.paid().amount());
        if (sum != sale.paid().amount() || supplier != owed - funded) {
            throw new AssertionError(which + ": " + sale + " became " + parts);
        }
    }

    private static void checkPart(
            String which, Sale sale, SplitPart part, long supplier, long platform) {
        SplitRule rule = part.rule();
        if (rule == null) {
            return;
        }
        Plan plan = sale.planInForce().orElseThrow();
        Level level = levelOf(plan, part.role());
        Fen wanted = level.pay().of(sale.paid(), sale.quantity());
        long amount = part.amount().amount();
        SplitRule.Cut cut = rule.cut();
        boolean right =
                rule.base().equals(sale.paid())
                        && rule.supplierFunds().equals(level.supplierFunds().shareOf(part.amount()))
                        && (level.perLine() == null
                                || part.amount().compareTo(level.perLine()) <= 0)
                        && (cut == null
                                ? amount == wanted.amount() && amount > 0
                                : cut.from().equals(wanted) && amount < wanted.amount())
                        && (cut == null
                                || cut.by() != Cap.LINE
                                || part.amount().equals(level.perLine()))
                        && (cut == null
                                || cut.by() != Cap.MARGIN
                                || nothingIsLeftFor(level, part.amount(), supplier, platform));
        if (!right) {
            throw new AssertionError(which + ": " + sale + " gave " + part);
        }
    }

    /// One fen more would have been more than the supplier or the platform still have.
    private static boolean nothingIsLeftFor(Level level, Fen amount, long supplier, long platform) {
        Fen more = amount.plus(Fen.of(1));
        long bySupplier =
                level.supplierFunds().shareOf(more).amount()
                        - level.supplierFunds().shareOf(amount).amount();
        return bySupplier > supplier || 1 - bySupplier > platform;
    }

    /// The plan's bound for an order holds, and where it cut, it is met to the fen.
    private static void checkOrder(String which, Plan plan, List<List<SplitPart>> splits) {
        for (SplitRole role : List.of(SplitRole.CURATOR, SplitRole.SECOND)) {
            Level level = levelOf(plan, role);
            if (level == null || level.perOrder() == null) {
                continue;
            }
            List<SplitPart> parts =
                    splits.stream()
                            .flatMap(List::stream)
                            .filter(part -> part.role() == role)
                            .filter(part -> part.rule().planId().equals(plan.planId()))
                            .toList();
            long sum = parts.stream().mapToLong(part -> part.amount().amount()).sum();
            boolean cut =
                    parts.stream()
                            .map(part -> part.rule().cut())
                            .anyMatch(each -> each != null && each.by() == Cap.ORDER);
            long bound = level.perOrder().amount();
            if (sum > bound || (cut && sum != bound)) {
                throw new AssertionError(which + ": " + sum + " of " + bound + " in " + parts);
            }
        }
    }

    private static Level levelOf(Plan plan, SplitRole role) {
        return role == SplitRole.CURATOR ? plan.level1() : plan.level2();
    }

    private static long amount(List<SplitPart> parts, SplitRole role) {
        return parts.stream()
                .filter(part -> part.role() == role)
                .mapToLong(part -> part.amount().amount())
                .sum();
    }

    private static Sale randomSale(Random random, Plan plan) {
        long price = random.nextLong(1, random.nextBoolean() ? 200 : 10_000_000);
        return sale(
                random.nextLong(0, price + price / 4 + 1), price, random.nextLong(1, 100), plan);
    }

    private static Plan randomPlan(String id, Random random) {
        Plan plan = plan(randomLevel(random), random.nextBoolean() ? randomLevel(random) : null);
        return new Plan(
                id, 1, plan.activeFrom(), plan.scope(), plan.level1(), plan.level2(), false);
    }

    private static Level randomLevel(Random random) {
        Plan.Pay pay =
                random.nextBoolean()
                        ? Samples.pay(random.nextInt(10_001), null)
                        : Samples.pay(null, random.nextLong(0, 5_000_000));
        int funds = List.of(0, 0, 10_000, random.nextInt(10_001)).get(random.nextInt(4));
        return new Level(pay, bound(random), bound(random), BasisPoints.of(funds));
    }

    private static @Nullable Fen bound(Random random) {
        return random.nextBoolean()
                ? null
                : Fen.of(random.nextLong(1, random.nextBoolean() ? 1_000 : 1_000_000_000));
    }

    private static Sale sale(long supply, long price, long quantity, Plan plan) {
        Offer offer = Samples.offer("sku", supply, price, null);
        return new Sale(offer, quantity, Fen.of(price * quantity), Optional.of(plan));
    }

    private static Plan plan(Level level1, @Nullable Level level2) {
        return new Plan(
                "plan-1",
                2,
                Samples.NOW,
                new Plan.Scope(Plan.ScopeKind.PLATFORM, ""),
                level1,
                level2,
                false);
    }
}
