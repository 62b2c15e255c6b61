package io.xinqun.order.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.xinqun.order.order.OrderState.Name;
import io.xinqun.order.order.StockCommand.Verb;
import io.xinqun.order.order.line.LineKind;
import io.xinqun.order.order.money.Receipt;
import io.xinqun.order.testing.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OrderTest {

    private static final Instant NOW = Samples.NOW;
    private static final Instant LATE = NOW.plus(Duration.ofHours(2));

    private static Change placed(String... skus) {
        return Order.place(Samples.terms("order1", LineKind.GOODS, skus));
    }

    private static Order awaiting() {
        return placed("a").order().held("order1", "a:main:base", NOW).orElseThrow().order();
    }

    private static Receipt receipt(Order order, String transaction) {
        return Samples.receipt(order.terms(), transaction);
    }

    private static List<String> ids(Change change) {
        return change.commands().stream().map(StockCommand::id).toList();
    }

    @Test
    void a_new_order_asks_for_each_unit_until_after_its_deadline() {
        Change change = placed("a", "b");
        assertThat(ids(change))
                .containsExactly("order1:reserve:a:main:base", "order1:reserve:b:main:base");
        assertThat(change.commands())
                .allMatch(each -> each.quantity() == 2)
                .allMatch(each -> NOW.plus(Duration.ofMinutes(40)).equals(each.expiresAt()));
        assertThat(change.order().state().name()).isEqualTo(Name.PLACING);
        assertThat(change.firstSequence()).isEqualTo(1);
    }

    @Test
    void what_needs_no_stock_waits_for_its_money_at_once() {
        Change change = Order.place(Samples.terms("order1", LineKind.DIGITAL, "a"));
        assertThat(change.order().state().name()).isEqualTo(Name.AWAITING_PAYMENT);
        assertThat(change.events()).hasSize(2);
        assertThat(change.firstSequence()).isEqualTo(1);
        assertThat(change.order().sequence()).isEqualTo(2);
        assertThat(change.commands()).isEmpty();
    }

    @Test
    void an_order_of_two_units_is_accepted_with_the_second_answer() {
        Order half =
                placed("a", "b").order().held("order1", "a:main:base", NOW).orElseThrow().order();
        assertThat(half.state().name()).isEqualTo(Name.PLACING);
        assertThat(half.held("order1", "a:main:base", NOW)).as("a repeat").isEmpty();
        Change whole = half.held("order1", "b:main:base", NOW).orElseThrow();
        assertThat(whole.order().state().name()).isEqualTo(Name.AWAITING_PAYMENT);
        assertThat(whole.firstSequence()).isEqualTo(2);
    }

    @Test
    void a_unit_that_is_sold_out_gives_the_others_back_in_any_order_of_answers() {
        Order order = placed("a", "b", "c").order();
        Change first = order.soldOut("order1", "b:main:base", NOW).orElseThrow();
        assertThat(ids(first))
                .containsExactly("order1:release:a:main:base", "order1:release:c:main:base");
        assertThat(first.order().state().name()).isEqualTo(Name.REFUSED);
        assertThat(first.order().held("order1", "a:main:base", NOW)).isEmpty();
        assertThat(first.order().soldOut("order1", "c:main:base", NOW)).isEmpty();
    }

    @Test
    void undecided_commands_go_out_again_after_ten_seconds_under_the_same_ids() {
        Change placed = placed("a");
        assertThat(placed.order().resent(NOW.plusMillis(9_999))).isEmpty();
        Change again = placed.order().resent(NOW.plusSeconds(10)).orElseThrow();
        assertThat(again.commands()).isEqualTo(placed.commands());
        assertThat(again.order().resent(NOW.plusSeconds(29))).isEmpty();
        assertThat(again.order().resent(NOW.plusSeconds(30))).isPresent();
        assertThat(awaiting().resent(LATE)).as("decided").isEmpty();
    }

    @Test
    void an_order_expires_at_its_deadline_and_not_before() {
        Order order = awaiting();
        Instant deadline = order.terms().window().expiresAt();
        assertThat(order.expired(deadline.minusMillis(1))).isEmpty();
        Change expired = order.expired(deadline).orElseThrow();
        assertThat(ids(expired)).containsExactly("order1:release:a:main:base");
        assertThat(expired.order().expired(LATE)).isEmpty();
    }

    @Test
    void money_in_time_confirms_the_stock_once() {
        Order order = awaiting();
        Receipt receipt = receipt(order, "t1");
        Change paid = order.paid(receipt, NOW).orElseThrow();
        assertThat(ids(paid)).containsExactly("order1:confirm:a:main:base");
        assertThat(paid.order().paid(receipt, NOW)).as("a repeat").isEmpty();
    }

    @Test
    void money_after_the_hold_is_uncertain_takes_the_stock_again_under_a_new_reference() {
        Order order = awaiting();
        Instant certain = order.terms().window().expiresAt().plus(Duration.ofMinutes(5));
        assertThat(order.paid(receipt(order, "t1"), certain.minusMillis(1)).orElseThrow().order())
                .matches(each -> each.state().name() == Name.PAID);

        Change late = order.paid(receipt(order, "t1"), certain).orElseThrow();

        assertThat(ids(late))
                .containsExactly("order1:release:a:main:base", "order1~2:reserve:a:main:base");
        Order retaking = late.order();
        assertThat(retaking.held("order1", "a:main:base", LATE)).as("an old answer").isEmpty();
        Change paid = retaking.held("order1~2", "a:main:base", LATE).orElseThrow();
        assertThat(paid.order().state().name()).isEqualTo(Name.PAID);
        assertThat(ids(paid)).containsExactly("order1~2:confirm:a:main:base");
        Change refund = retaking.soldOut("order1~2", "a:main:base", LATE).orElseThrow();
        assertThat(refund.order().state().name()).isEqualTo(Name.REFUNDING);
        assertThat(refund.order().payments().refunds())
                .singleElement()
                .matches(each -> each.number().equals("order1-r1"));
        Change done = refund.order().refunded("order1-r1", LATE).orElseThrow();
        assertThat(done.order().state().name()).isEqualTo(Name.REFUNDED);
        assertThat(done.order().refunded("order1-r1", LATE)).as("a repeat").isEmpty();
    }

    @Test
    void a_second_payment_goes_back_and_the_first_stays() {
        Order paid = awaiting().paid(receipt(awaiting(), "t1"), NOW).orElseThrow().order();
        Change again = paid.paid(receipt(paid, "t2"), NOW).orElseThrow();
        assertThat(again.order().state().name()).isEqualTo(Name.PAID);
        assertThat(again.order().paid(receipt(paid, "t2"), NOW)).as("a repeat").isEmpty();
        Change done = again.order().refunded("order1-r1", NOW).orElseThrow();
        assertThat(done.order().state().name()).isEqualTo(Name.PAID);
        assertThat(done.order().payments().refundDueAt()).isEmpty();
    }

    /// Random lives: whatever comes in whatever order, versions and sequences grow without gaps, no
    /// money is kept twice or lost, and every hold that was taken is confirmed or released.
    @Test
    void no_life_of_an_order_loses_money_or_stock() {
        for (long seed = 0; seed < 20_000; seed++) {
            live(seed);
        }
    }

    private static void live(long seed) {
        Random random = new Random(seed);
        Change placed = placed("a", "b");
        Order order = placed.order();
        List<StockCommand> commands = new ArrayList<>(placed.commands());
        List<OrderEvent> events = new ArrayList<>(placed.events());
        Instant now = NOW;
        int receipts = 0;
        for (int step = 0; step < 14; step++) {
            now = now.plus(Duration.ofMinutes(random.nextInt(12)));
            boolean pay =
                    random.nextInt(8) == 0
                            && order.state().name() != Name.PLACING
                            && order.state().name() != Name.REFUSED;
            Optional<Change> change =
                    pay
                            ? order.paid(receipt(order, "t" + ++receipts), now)
                            : any(order, random, now);
            if (change.isPresent()) {
                Order next = change.get().order();
                assertThat(next.version()).as("seed %s", seed).isEqualTo(order.version() + 1);
                assertThat(change.get().firstSequence()).isEqualTo(order.sequence() + 1);
                commands.addAll(change.get().commands());
                events.addAll(change.get().events());
                order = next;
            }
        }
        check(seed, order, events, commands, receipts);
    }

    private static Optional<Change> any(Order order, Random random, Instant now) {
        String unit = (random.nextBoolean() ? "a" : "b") + ":main:base";
        String reference = random.nextInt(4) == 0 ? "order1" : order.reservation().reference();
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> order.held(reference, unit, now);
            case 3 -> order.soldOut(reference, unit, now);
            case 4 -> order.expired(now);
            case 5 -> order.cancelled(now);
            case 6 -> order.resent(now);
            default -> order.refunded("order1-r" + (1 + random.nextInt(3)), now);
        };
    }

    private static void check(
            long seed,
            Order order,
            List<OrderEvent> events,
            List<StockCommand> commands,
            int receipts) {
        boolean kept = order.state().name() == Name.PAID || order.state().name() == Name.RETAKING;
        assertThat(order.payments().refunds().size() + (kept ? 1 : 0))
                .as("seed %s: every receipt is kept or goes back", seed)
                .isEqualTo(receipts);
        long paid = events.stream().filter(OrderEvent.Paid.class::isInstance).count();
        assertThat(paid).as("seed %s", seed).isEqualTo(order.state().name() == Name.PAID ? 1 : 0);
        boolean over = order.state().name().isFinal() || order.state().name() == Name.REFUNDING;
        for (StockCommand asked : commands) {
            if (asked.verb() == Verb.RESERVE && over) {
                boolean refusedUnit =
                        order.state().name() == Name.REFUSED
                                || order.state().name() == Name.REFUNDING
                                || order.state().name() == Name.REFUNDED;
                boolean ended =
                        commands.stream()
                                .anyMatch(each ->
                                        each.verb() != Verb.RESERVE
                                                && each.unit().equals(asked.unit())
                                                && each.reference().equals(asked.reference()));
                assertThat(ended || refusedUnit).as("seed %s: %s", seed, asked.id()).isTrue();
            }
        }
    }
}
