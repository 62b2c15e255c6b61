package io.xinqun.commission.accrual.followup;

import io.xinqun.commission.accrual.followup.OpenBooking.PendingEntry;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/// What the ledger has decided about entries.
public interface Decided {

    /// By entry id; one that is not decided, or not folded yet, is missing.
    Mono<Map<String, Verdict>> about(List<PendingEntry> entries);

    /// Up to where each slot's journal is folded, by slot; all of it is seen by [#about].
    Mono<Map<Integer, Long>> folded();

    /// Shape: where in the journal the decision stands, and whether it moved the money.
    record Verdict(int slot, long position, boolean posted) {

        boolean isUpTo(Map<Integer, Long> cut) {
            return position <= cut.getOrDefault(slot, 0L);
        }
    }
}
