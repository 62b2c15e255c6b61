package io.xinqun.commission.accrual.mongo;

import io.xinqun.commission.accrual.followup.Decided;
import io.xinqun.commission.accrual.followup.OpenBooking.PendingEntry;
import io.xinqun.commission.ledger.posting.LedgerTotals;
import io.xinqun.commission.ledger.posting.PostingOutcome;
import io.xinqun.kernel.total.journal.JournalStore;
import io.xinqun.kernel.total.journal.SlotKey;
import io.xinqun.kernel.total.mongo.StoredDecision;
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
        return view.decisions(commands)
                .collect(HashMap::new, (found, stored) -> put(found, stored));
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

    private static void put(Map<String, Verdict> found, StoredDecision stored) {
        String[] place = stored.place().split(":", -1);
        boolean posted = stored.decision().outcome().equals(PostingOutcome.POSTED.text());
        found.put(
                stored.decision().commandId(),
                new Verdict(Integer.parseInt(place[0]), Long.parseLong(place[1]), posted));
    }
}
