package io.xinqun.commission.accrual.mongo;

import io.xinqun.commission.accrual.followup.Decided;
import io.xinqun.commission.accrual.followup.OpenBooking.PendingEntry;
import io.xinqun.commission.ledger.posting.LedgerTotals;
import io.xinqun.commission.ledger.posting.PostingOutcome;
import io.xinqun.kernel.total.journal.JournalStore;
import io.xinqun.kernel.total.journal.SlotKey;
import io.xinqun.kernel.total.mongo.StoredOutcome;
import io.xinqun.kernel.total.mongo.TotalsView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// What was folded of the ledger's decisions.
public final class FoldedDecisions implements Decided {

    private final TotalsView view;
    private final JournalStore store;
    private final LedgerTotals totals;

    public FoldedDecisions(TotalsView view, JournalStore store, LedgerTotals totals) {
        this.view = view;
        this.store = store;
        this.totals = totals;
    }

    @Override
    public Mono<Map<String, Verdict>> about(List<PendingEntry> entries) {
        List<SlotKey> commands =
                entries.stream()
                        .map(entry -> new SlotKey(totals.slotOf(entry.slotKey()), entry.id()))
                        .toList();
        return view.outcomes(commands)
                .collectMap(StoredOutcome::commandId, FoldedDecisions::verdict);
    }

    @Override
    public Mono<Map<Integer, Long>> folded() {
        Set<Integer> slots =
                IntStream.range(0, totals.slotCount()).boxed().collect(Collectors.toSet());
        return Mono.fromCallable(
                        () -> {
                            Map<Integer, Long> folded = new HashMap<>();
                            store.checkpoints(slots)
                                    .forEach((slot, at) -> folded.put(slot, at.position()));
                            return Map.copyOf(folded);
                        })
                .subscribeOn(Schedulers.boundedElastic());
    }

    private static Verdict verdict(StoredOutcome stored) {
        boolean posted = stored.outcome().equals(PostingOutcome.POSTED.text());
        return new Verdict(stored.slot(), stored.position(), posted);
    }
}
