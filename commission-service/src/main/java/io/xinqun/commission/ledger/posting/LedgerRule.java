package io.xinqun.commission.ledger.posting;

import io.xinqun.commission.ledger.Entry;
import io.xinqun.commission.ledger.Lot;
import io.xinqun.commission.ledger.Posting;
import io.xinqun.commission.ledger.WalletId;
import io.xinqun.commission.ledger.WalletPart;
import io.xinqun.kernel.total.Amounts;
import io.xinqun.kernel.total.Command;
import io.xinqun.kernel.total.Decision;
import io.xinqun.kernel.total.DecisionRule;
import io.xinqun.kernel.total.Item;
import io.xinqun.kernel.total.View;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Decides one ledger entry. The decision in the journal is the entry.
///
/// Shape: at most one wallet and any number of house accounts, all in the entry's slot. Units: fen;
/// a part of a wallet never falls below zero. State: a posted accrual opens the frozen lot of its
/// order line; a lot is filled once. Errors: outcomes of [PostingOutcome]; a refused entry moves
/// nothing.
public final class LedgerRule implements DecisionRule<Entry> {

    /// The state of a lot that nobody has released or clawed back.
    public static final String FROZEN = "frozen";

    private final LedgerTotals totals;

    public LedgerRule(LedgerTotals totals) {
        this.totals = totals;
    }

    @Override
    public Set<String> totalsOf(Command<Entry> command) {
        int slot = totals.slotOf(command.total());
        return command.payload().postings().stream()
                .map(posting -> totals.totalOf(posting.account(), slot))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Set<String> itemsOf(Command<Entry> command) {
        Lot lot = command.payload().lot();
        return lot == null ? Set.of() : Set.of(lot.key());
    }

    @Override
    public Decision decide(Command<Entry> command, View view) {
        Entry entry = command.payload();
        if (!entry.faults().isEmpty() || isLotOfNobody(entry)) {
            return refuse(command, PostingOutcome.MALFORMED.text());
        }
        Map<String, Amounts> changes = changes(entry, totals.slotOf(command.total()));
        if (isOverdrawn(entry, changes, view)) {
            return refuse(command, PostingOutcome.OVERDRAFT.text());
        }
        Lot lot = entry.lot();
        if (lot != null && view.item(lot.key()) != null) {
            return refuse(command, PostingOutcome.LOT_TAKEN.text());
        }
        return posted(command, changes);
    }

    @Override
    public Decision refuse(Command<Entry> command, String outcome) {
        Decision decision = Decision.of(command, outcome);
        return withFacts(decision, command.payload());
    }

    private static Decision posted(Command<Entry> command, Map<String, Amounts> changes) {
        Entry entry = command.payload();
        Decision decision = Decision.of(command, PostingOutcome.POSTED.text());
        for (Map.Entry<String, Amounts> change : changes.entrySet()) {
            decision = decision.change(change.getKey(), change.getValue());
        }
        if (entry.lot() != null && entry.wallet() != null) {
            decision = decision.item(lotOf(entry, entry.lot(), entry.wallet()));
        }
        return withFacts(decision, entry);
    }

    private static Decision withFacts(Decision decision, Entry entry) {
        return new Decision(
                decision.commandId(),
                decision.outcome(),
                decision.changes(),
                decision.items(),
                decision.at(),
                EntryFacts.of(entry));
    }

    private Map<String, Amounts> changes(Entry entry, int slot) {
        Map<String, Amounts> changes = new TreeMap<>();
        for (Posting posting : entry.postings()) {
            String total = totals.totalOf(posting.account(), slot);
            changes.merge(total, LedgerTotals.change(posting), Amounts::plus);
        }
        return changes;
    }

    private static boolean isOverdrawn(Entry entry, Map<String, Amounts> changes, View view) {
        WalletId wallet = entry.wallet();
        if (wallet == null) {
            return false;
        }
        Amounts change = changes.getOrDefault(wallet.text(), Amounts.NONE);
        Amounts before = view.total(wallet.text());
        return change.values().keySet().stream()
                .filter(part -> change.get(part) < 0)
                .anyMatch(part -> before.get(part) + change.get(part) < 0);
    }

    /// A lot is filled by the one posting that freezes money in the entry's wallet.
    private static boolean isLotOfNobody(Entry entry) {
        return entry.lot() != null && frozen(entry) <= 0;
    }

    private static Item lotOf(Entry entry, Lot lot, WalletId wallet) {
        return new Item(
                lot.key(),
                wallet.text(),
                FROZEN,
                Amounts.of(WalletPart.FROZEN.text(), frozen(entry)),
                null,
                Map.of(
                        "orderId",
                        lot.orderId(),
                        "lineId",
                        lot.lineId(),
                        "kind",
                        entry.kind().text()));
    }

    private static long frozen(Entry entry) {
        return entry.postings().stream()
                .filter(posting -> posting.part() == WalletPart.FROZEN)
                .mapToLong(posting -> WalletPart.FROZEN.signed(posting.amount().amount()))
                .sum();
    }
}
