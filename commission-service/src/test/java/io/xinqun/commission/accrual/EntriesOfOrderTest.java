package io.xinqun.commission.accrual;

import static io.xinqun.commission.accrual.PaidOrders.line;
import static io.xinqun.commission.accrual.PaidOrders.share;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xinqun.commission.ledger.Entry;
import io.xinqun.commission.ledger.EntryKind;
import io.xinqun.commission.ledger.posting.MemoryLedger;
import io.xinqun.kernel.consumer.PoisonMessage;
import io.xinqun.kernel.money.BasisPoints;
import io.xinqun.kernel.money.Fen;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class EntriesOfOrderTest {

    private static final ProviderFee FEE = new ProviderFee(BasisPoints.of(60), true);

    private final EntriesOfOrder entries = new EntriesOfOrder(FEE);
    private final MemoryLedger ledger = new MemoryLedger();

    @Test
    @Tag("CM1")
    void commission_is_what_the_order_froze_on_the_paid_amount() {
        book(PaidOrders.of("o1", 0, line("1", 1_000, 200)));

        assertThat(ledger.account("wallet:curator:c-1", "frozen")).isEqualTo(200);
        assertThat(ledger.account("wallet:supplier:s-1", "frozen")).isEqualTo(500);
        assertThat(ledger.balance("revenue")).isEqualTo(-300);
        assertThat(ledger.balance("deposit")).isZero();
        assertThat(ledger.balance("provider-fee")).isEqualTo(6);
        assertThat(ledger.balance("clearing:wechat")).isEqualTo(994);
    }

    @Test
    @Tag("CM2")
    void freight_earns_nobody_a_commission_and_leaves_the_deposit() {
        book(PaidOrders.of("o1", 1_000, line("1", 5_000, 500)));

        assertThat(ledger.account("wallet:curator:c-1", "frozen")).isEqualTo(500);
        assertThat(ledger.balance("freight")).isEqualTo(-1_000);
        assertThat(ledger.balance("deposit")).isZero();
        assertThat(ledger.balance("clearing:wechat")).isEqualTo(6_000 - 36);
    }

    @Test
    @Tag("CM3")
    void commissions_of_three_lines_add_up_in_three_lots() {
        book(
                PaidOrders.of(
                        "o1",
                        0,
                        line("1", 1_000, 100),
                        line("2", 2_000, 200),
                        line("3", 3_000, 300)));

        assertThat(ledger.account("wallet:curator:c-1", "frozen")).isEqualTo(600);
        assertThat(
                        ledger.items.values().stream()
                                .filter(lot -> lot.total().equals("wallet:curator:c-1"))
                                .map(lot -> lot.amounts().get("frozen")))
                .containsExactly(100L, 200L, 300L);
    }

    @Test
    @Tag("CM4")
    void the_same_order_three_times_is_booked_once() {
        PaidOrder order = PaidOrders.of("o1", 0, line("1", 1_000, 200));
        book(order);
        book(order);
        book(order);

        assertThat(ledger.account("wallet:curator:c-1", "frozen")).isEqualTo(200);
        assertThat(ledger.balance("clearing:wechat")).isEqualTo(994);
    }

    @Test
    @Tag("CM18")
    void an_entry_names_the_plan_version_that_was_frozen() {
        Entry curator =
                entries.of(PaidOrders.of("o1", 0, line("1", 1_000, 200))).stream()
                        .filter(entry -> entry.kind() == EntryKind.CURATOR_ACCRUAL)
                        .findFirst()
                        .orElseThrow();

        assertThat(curator.rule()).isEqualTo(PaidOrders.rule(1_000, 2_000));
        assertThat(curator.cause().lineId()).isEqualTo("1");
    }

    @Test
    void parts_of_zero_have_no_entry() {
        PaidLine line =
                new PaidLine(
                        "1",
                        Fen.of(500),
                        List.of(
                                share(ShareRole.SUPPLIER, "s-1", 500),
                                share(ShareRole.CURATOR, "c-1", 0),
                                share(ShareRole.PLATFORM, "platform", 0)));

        assertThat(entries.of(PaidOrders.of("o1", 0, line)))
                .extracting(Entry::kind)
                .containsExactly(EntryKind.RECEIPT, EntryKind.FEE, EntryKind.SUPPLIER_ACCRUAL);
    }

    @Test
    void a_fee_that_rounds_to_nothing_has_no_entry() {
        PaidLine line = new PaidLine("1", Fen.of(1), List.of(share(ShareRole.SUPPLIER, "s-1", 1)));

        assertThat(entries.of(PaidOrders.of("o1", 0, line)))
                .extracting(Entry::kind)
                .containsExactly(EntryKind.RECEIPT, EntryKind.SUPPLIER_ACCRUAL);
    }

    @Test
    void an_order_for_nothing_leaves_no_trace() {
        PaidLine line = new PaidLine("1", Fen.ZERO, List.of());

        assertThat(entries.of(PaidOrders.of("o1", 0, line))).isEmpty();
    }

    @Test
    void a_split_that_misses_a_fen_is_poison() {
        PaidLine line =
                new PaidLine("1", Fen.of(1_000), List.of(share(ShareRole.SUPPLIER, "s-1", 999)));

        assertThatThrownBy(() -> PaidOrders.of("o1", 0, line))
                .isInstanceOfSatisfying(
                        PoisonMessage.class,
                        poison -> assertThat(poison.reason()).isEqualTo("split-sum"));
    }

    @Test
    void a_payment_that_is_not_the_price_is_poison() {
        assertThatThrownBy(() ->
                        new PaidOrder(
                                PaidOrders.cause("o1"),
                                PaidOrders.AT,
                                Fen.of(999),
                                Fen.ZERO,
                                List.of(line("1", 1_000, 100)),
                                PaidOrders.sold(List.of()),
                                null))
                .isInstanceOfSatisfying(
                        PoisonMessage.class,
                        poison -> assertThat(poison.reason()).isEqualTo("payment"));
    }

    @Test
    void a_negative_part_is_poison_even_when_the_sum_is_right() {
        PaidLine line =
                new PaidLine(
                        "1",
                        Fen.of(100),
                        List.of(
                                share(ShareRole.SUPPLIER, "s-1", 150),
                                share(ShareRole.PLATFORM, "platform", -50)));

        assertThatThrownBy(() -> PaidOrders.of("o1", 0, line)).isInstanceOf(PoisonMessage.class);
    }

    @Test
    @Tag("CM10")
    void a_third_beneficiary_cannot_hide_behind_a_second_one() {
        PaidLine line =
                new PaidLine(
                        "1",
                        Fen.of(300),
                        List.of(
                                share(ShareRole.CURATOR, "c-1", 100),
                                share(ShareRole.SECOND, "c-2", 100),
                                share(ShareRole.SECOND, "c-3", 100)));

        assertThatThrownBy(() -> PaidOrders.of("o1", 0, line))
                .isInstanceOfSatisfying(
                        PoisonMessage.class,
                        poison -> assertThat(poison.reason()).isEqualTo("role-twice"));
    }

    @Test
    @Tag("CM23")
    void random_orders_in_any_order_leave_every_sum_right() {
        for (long seed = 1; seed <= 300; seed++) {
            Random random = new Random(seed);
            MemoryLedger books = new MemoryLedger();
            List<Entry> all = new ArrayList<>();
            long paid = 0;
            for (int order = 0; order < 20; order++) {
                PaidOrder next = PaidOrders.random("o" + order, random);
                paid += next.paid().amount();
                all.addAll(entries.of(next));
            }
            all.addAll(all.subList(0, random.nextInt(all.size())));
            Collections.shuffle(all, random);
            all.forEach(books::post);
            assertSums(seed, books, paid);
        }
    }

    private static void assertSums(long seed, MemoryLedger books, long paid) {
        assertThat(books.sumOfEverything()).as("sum, seed %d", seed).isZero();
        assertThat(books.balance("deposit")).as("deposit, seed %d", seed).isZero();
        assertThat(books.balance("clearing:wechat") + books.balance("provider-fee"))
                .as("received, seed %d", seed)
                .isEqualTo(paid);
        var lots =
                books.items.values().stream()
                        .collect(
                                Collectors.groupingBy(
                                        lot -> lot.total(),
                                        Collectors.summingLong(
                                                lot -> lot.amounts().get("frozen"))));
        lots.forEach((wallet, sum) ->
                assertThat(books.total(wallet).get("frozen"))
                        .as("lots of %s, seed %d", wallet, seed)
                        .isEqualTo(sum));
    }

    private void book(PaidOrder order) {
        entries.of(order).forEach(ledger::post);
    }
}
