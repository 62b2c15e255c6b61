package io.xinqun.commission.accrual.followup;

import io.xinqun.kernel.money.Fen;
import java.time.Instant;
import java.util.List;

/// A booking whose entries are on their way to the ledger, or that waits for its second step.
///
/// Shape: `complete` when all its entries are known; `openSince` is the time of its cause.
public record OpenBooking(
        String id, boolean complete, Instant openSince, List<PendingEntry> entries) {

    public OpenBooking {
        entries = List.copyOf(entries);
    }

    /// What the booking leaves on the deposit when all its entries are posted; debits positive.
    Fen depositInTheEnd() {
        return entries.stream().map(PendingEntry::deposit).reduce(Fen.ZERO, Fen::plus);
    }

    /// One entry that was sent to the ledger.
    public record PendingEntry(String id, String slotKey, Fen deposit) {}
}
