package io.xinqun.commission.ledger.posting;

import static org.assertj.core.api.Assertions.assertThat;

import io.xinqun.commission.ledger.Cause;
import io.xinqun.commission.ledger.Entry;
import io.xinqun.commission.ledger.EntryKind;
import io.xinqun.commission.ledger.HouseAccount;
import io.xinqun.commission.ledger.Lot;
import io.xinqun.commission.ledger.Posting;
import io.xinqun.commission.ledger.WalletId;
import io.xinqun.commission.ledger.WalletPart;
import io.xinqun.kernel.money.Fen;
import io.xinqun.kernel.total.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LedgerRuleTest {

    private static final WalletId WALLET = WalletId.ofCurator("c-1");
    private static final WalletId OTHER = WalletId.ofCurator("c-2");
    private static final Instant AT = Instant.parse("2026-11-22T08:31:12Z");

    private final MemoryLedger ledger = new MemoryLedger();

    /// Every part of a wallet × every direction: what it was, what is posted, what comes out.
    @ParameterizedTest(name = "{0} of {1} changed by {2} is {3}, then {4}")
    @CsvSource({
        "frozen,    0,    100, posted,    100",
        "frozen,    100, -100, posted,    0",
        "frozen,    100, -101, overdraft, 100",
        "frozen,    0,   -1,   overdraft, 0",
        "available, 0,    100, posted,    100",
        "available, 100, -100, posted,    0",
        "available, 100, -101, overdraft, 100",
        "reserved,  0,    100, posted,    100",
        "reserved,  100, -100, posted,    0",
        "reserved,  100, -101, overdraft, 100",
        "debt,      0,    100, posted,    100",
        "debt,      100, -100, posted,    0",
        "debt,      100, -101, overdraft, 100",
    })
    void a_part_of_a_wallet_never_falls_below_zero(
            String part, long before, long change, String outcome, long after) {
        WalletPart changed = WalletPart.parse(part);
        if (before != 0) {
            ledger.post(entry("before", grow(changed, before)));
        }

        Decision decision = ledger.post(entry("now", grow(changed, change)));

        assertThat(decision.outcome()).isEqualTo(outcome);
        assertThat(ledger.account(WALLET.text(), part)).isEqualTo(after);
        assertThat(ledger.sumOfEverything()).isZero();
        assertThat(decision.changes().isEmpty()).isEqualTo(!outcome.equals("posted"));
    }

    @Test
    void an_entry_that_does_not_sum_to_zero_is_refused() {
        List<Posting> postings =
                List.of(
                        Posting.debit(HouseAccount.DEPOSIT, Fen.of(100)),
                        Posting.grow(WALLET, WalletPart.FROZEN, Fen.of(99)));

        assertThat(ledger.post(entry("e", postings)).outcome()).isEqualTo("malformed");
        assertThat(ledger.totals).isEmpty();
    }

    @Test
    void an_entry_with_somebody_elses_wallet_is_refused() {
        List<Posting> postings =
                List.of(
                        Posting.grow(OTHER, WalletPart.FROZEN, Fen.of(-100)),
                        Posting.grow(WALLET, WalletPart.FROZEN, Fen.of(100)));

        assertThat(ledger.post(entry("e", postings)).outcome()).isEqualTo("malformed");
    }

    @Test
    void an_entry_whose_sum_overflows_is_refused() {
        List<Posting> postings =
                List.of(
                        Posting.debit(HouseAccount.DEPOSIT, Fen.of(Long.MAX_VALUE)),
                        Posting.debit(HouseAccount.REVENUE, Fen.of(Long.MAX_VALUE)),
                        Posting.debit(HouseAccount.FREIGHT, Fen.of(2)));

        assertThat(ledger.post(entry("e", postings)).outcome()).isEqualTo("malformed");
    }

    @Test
    void one_posting_nothing_and_too_many_are_refused() {
        Posting none = Posting.debit(HouseAccount.DEPOSIT, Fen.ZERO);
        List<Posting> many = new ArrayList<>();
        for (int posting = 0; posting < 10; posting++) {
            many.add(Posting.debit(HouseAccount.DEPOSIT, Fen.of(posting % 2 == 0 ? 1 : -1)));
        }

        assertThat(ledger.post(entry("a", List.of())).outcome()).isEqualTo("malformed");
        assertThat(ledger.post(entry("b", List.of(none, none))).outcome()).isEqualTo("malformed");
        assertThat(ledger.post(entry("c", many)).outcome()).isEqualTo("malformed");
    }

    @Test
    void a_lot_is_filled_once_whatever_the_entry_is_called() {
        ledger.post(accrual("first", 100));
        Decision again = ledger.post(accrual("second", 100));

        assertThat(again.outcome()).isEqualTo("lot-taken");
        assertThat(ledger.account(WALLET.text(), "frozen")).isEqualTo(100);
    }

    @Test
    void a_lot_needs_money_that_freezes() {
        Entry entry =
                new Entry(
                        "e",
                        EntryKind.CURATOR_ACCRUAL,
                        AT,
                        cause(),
                        WALLET,
                        grow(WalletPart.AVAILABLE, 100),
                        Lot.of("o1", "1", "curator"),
                        null);

        assertThat(ledger.post(entry).outcome()).isEqualTo("malformed");
    }

    @Test
    void house_accounts_are_kept_in_the_slot_of_the_wallet() {
        Decision decision = ledger.post(accrual("e", 100));
        int slot = new LedgerTotals(io.xinqun.kernel.total.Slots.DEFAULT).slotOf(WALLET.text());

        assertThat(decision.changes())
                .extracting(change -> change.total())
                .containsExactlyInAnyOrder("deposit@" + slot, WALLET.text());
    }

    @Test
    void a_decision_tells_its_postings_again() {
        Entry entry = accrual("e", 100);
        Decision decision = ledger.post(entry);

        assertThat(LedgerTotals.postings(decision.changes()))
                .containsExactlyInAnyOrderElementsOf(entry.postings());
        assertThat(EntryFacts.cause(decision.facts())).isEqualTo(entry.cause());
    }

    private static Entry accrual(String id, long amount) {
        return new Entry(
                id,
                EntryKind.CURATOR_ACCRUAL,
                AT,
                cause(),
                WALLET,
                grow(WalletPart.FROZEN, amount),
                Lot.of("o1", "1", "curator"),
                null);
    }

    private static List<Posting> grow(WalletPart part, long amount) {
        Posting wallet = Posting.grow(WALLET, part, Fen.of(amount));
        return List.of(new Posting(HouseAccount.DEPOSIT, null, wallet.amount().negated()), wallet);
    }

    private static Entry entry(String id, List<Posting> postings) {
        return new Entry(id, EntryKind.CURATOR_ACCRUAL, AT, cause(), WALLET, postings, null, null);
    }

    private static Cause cause() {
        return Cause.ofPayment("o1:3", "o1", "4200-1").line("1");
    }
}
