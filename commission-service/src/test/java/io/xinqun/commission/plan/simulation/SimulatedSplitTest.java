package io.xinqun.commission.plan.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.xinqun.commission.ledger.sold.SoldLine;
import io.xinqun.commission.ledger.sold.SoldOrder;
import io.xinqun.commission.plan.simulation.SimulatedLine.Cap;
import io.xinqun.commission.plan.simulation.SimulatedLine.Part;
import io.xinqun.commission.plan.terms.Level;
import io.xinqun.commission.plan.terms.Pay;
import io.xinqun.commission.plan.terms.PlanTerms;
import io.xinqun.commission.plan.terms.Scope;
import io.xinqun.commission.plan.terms.ScopeKind;
import io.xinqun.kernel.money.BasisPoints;
import io.xinqun.kernel.money.Fen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("F1")
class SimulatedSplitTest {

    private static final Instant AT = Instant.parse("2026-11-22T08:30:00Z");
    private static final int ORDERS = 60_000;

    /// 60,000 orders of 1 to 5 lines are more than 150,000 lines.
    @Test
    void every_line_sums_to_what_was_paid_and_no_cap_is_passed() {
        long seed = 20_261_123L;
        Random random = new Random(seed);
        int lines = 0;
        for (int n = 0; n < ORDERS; n++) {
            PlanCandidate plan = plan(random);
            SoldOrder order = order(random);
            List<SimulatedLine> split = SimulatedSplit.of(order, List.of(plan), AT);
            String which = "seed " + seed + ", order " + n;
            for (int line = 0; line < split.size(); line++) {
                checkLine(which, order.lines().get(line), split.get(line));
            }
            checkOrder(which, split, plan.terms().level1(), SimulatedLine::level1);
            checkOrder(which, split, plan.terms().level2(), SimulatedLine::level2);
            lines += split.size();
        }
        assertThat(lines).isGreaterThan(100_000);
    }

    private static void checkLine(String which, SoldLine sold, SimulatedLine line) {
        List<Part> parts =
                Stream.of(line.level1(), line.level2()).flatMap(o -> o.stream()).toList();
        long paid = line.supplier().amount() + line.platform().amount();
        long funded = 0;
        boolean right = !line.supplier().isNegative() && !line.platform().isNegative();
        for (Part part : parts) {
            paid += part.amount().amount();
            funded += part.supplierFunds().amount();
            Fen bound = part.level().perLine();
            right &=
                    !part.amount().isNegative()
                            && part.amount().compareTo(part.wanted()) <= 0
                            && part.cap().isPresent() == !part.amount().equals(part.wanted())
                            && (bound == null || part.amount().compareTo(bound) <= 0);
        }
        if (!right
                || paid != sold.paid().amount()
                || line.supplier().amount() != sold.supplier().amount() - funded) {
            throw new AssertionError(which + ": " + sold + " became " + line);
        }
    }

    private static void checkOrder(
            String which,
            List<SimulatedLine> split,
            @Nullable Level level,
            java.util.function.Function<SimulatedLine, java.util.Optional<Part>> of) {
        List<Part> parts = split.stream().flatMap(line -> of.apply(line).stream()).toList();
        if (level == null || level.perOrder() == null) {
            return;
        }
        long sum = parts.stream().mapToLong(part -> part.amount().amount()).sum();
        boolean cut =
                parts.stream().anyMatch(part -> part.cap().filter(Cap.ORDER::equals).isPresent());
        long bound = level.perOrder().amount();
        if (sum > bound || (cut && sum != bound)) {
            throw new AssertionError(which + ": " + sum + " of " + bound + " in " + parts);
        }
    }

    private static SoldOrder order(Random random) {
        List<SoldLine> lines = new ArrayList<>();
        SoldLine.Article article = new SoldLine.Article("sku", "s", List.of("食品"), null);
        for (int line = random.nextInt(5); line >= 0; line--) {
            long paid = random.nextLong(0, random.nextBoolean() ? 200 : 1_000_000_000);
            lines.add(
                    new SoldLine(
                            Integer.toString(line),
                            article,
                            random.nextLong(1, 100),
                            Fen.of(paid),
                            Fen.of(random.nextLong(0, paid + paid / 4 + 1))));
        }
        return new SoldOrder(lines, SoldOrder.Through.CURATOR, random.nextBoolean(), null);
    }

    private static PlanCandidate plan(Random random) {
        PlanTerms terms =
                new PlanTerms(
                        new Scope(ScopeKind.PLATFORM, null),
                        level(random),
                        random.nextBoolean() ? level(random) : null,
                        false);
        return new PlanCandidate("p", 1, AT, terms, false);
    }

    private static Level level(Random random) {
        Pay pay =
                random.nextBoolean()
                        ? new Pay.OfPaidGoods(BasisPoints.of(random.nextInt(10_001)))
                        : new Pay.PerUnit(Fen.of(random.nextLong(0, 5_000_000)));
        int funds = List.of(0, 0, 10_000, random.nextInt(10_001)).get(random.nextInt(4));
        return new Level(pay, bound(random), bound(random), BasisPoints.of(funds));
    }

    private static @Nullable Fen bound(Random random) {
        return random.nextBoolean()
                ? null
                : Fen.of(random.nextLong(1, random.nextBoolean() ? 1_000 : 1_000_000_000));
    }
}
