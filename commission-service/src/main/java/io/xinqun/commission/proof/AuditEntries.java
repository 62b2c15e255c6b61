package io.xinqun.commission.proof;

import io.xinqun.commission.ledger.WalletPart;
import io.xinqun.commission.ledger.posting.LedgerRule;
import io.xinqun.commission.ledger.posting.LedgerTotals;
import io.xinqun.kernel.total.Decision;
import io.xinqun.kernel.total.Item;
import io.xinqun.kernel.total.TotalChange;
import io.xinqun.kernel.total.journal.JournalEntry;
import io.xinqun.kernel.total.journal.JournalStore;
import java.util.List;

/// Reads a slot's journal and checks each entry by itself: it sums to zero, and the money it
/// freezes is in its lot. Reads page by page, so its memory does not grow with the journal.
final class AuditEntries {

    /// A page of the journal is a few MB at most.
    private static final int PAGE = 100;

    private final JournalStore journal;

    AuditEntries(JournalStore journal) {
        this.journal = journal;
    }

    /// Blocking. From the place behind `position` to the end.
    Audit from(int slot, long position) {
        ProofReport.Entries entries = ProofReport.Entries.NONE;
        long at = position;
        List<JournalEntry> page = journal.journalAfter(slot, at, PAGE);
        while (!page.isEmpty()) {
            for (JournalEntry place : page) {
                entries = entries.plus(checked(place));
            }
            at = page.getLast().position();
            page = journal.journalAfter(slot, at, PAGE);
        }
        return new Audit(at, entries);
    }

    private static ProofReport.Entries checked(JournalEntry place) {
        Findings findings = Findings.NONE;
        for (Decision decision : place.decisions()) {
            findings = findings.plus(check(decision));
        }
        return new ProofReport.Entries(place.decisions().size(), findings);
    }

    private static Findings check(Decision decision) {
        long sum = 0;
        long frozen = 0;
        for (TotalChange change : decision.changes()) {
            sum = Math.addExact(sum, LedgerTotals.signedSum(change.total(), change.delta()));
            frozen += change.delta().get(WalletPart.FROZEN.text());
        }
        if (sum != 0) {
            return Findings.of(decision.commandId() + " sums to " + sum);
        }
        long lots =
                decision.items().stream()
                        .filter(item -> item.state().equals(LedgerRule.FROZEN))
                        .mapToLong(AuditEntries::frozen)
                        .sum();
        return decision.items().isEmpty() || lots == frozen
                ? Findings.NONE
                : Findings.of(decision.commandId() + " freezes " + frozen + " in lots of " + lots);
    }

    private static long frozen(Item lot) {
        return lot.amounts().get(WalletPart.FROZEN.text());
    }

    /// Up to where it was read.
    record Audit(long position, ProofReport.Entries entries) {}
}
