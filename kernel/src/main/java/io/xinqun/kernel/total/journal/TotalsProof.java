package io.xinqun.kernel.total.journal;

import io.xinqun.kernel.total.Amounts;
import io.xinqun.kernel.total.Decision;
import io.xinqun.kernel.total.TotalChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Replays the journal of a slot from its first entry, adding up what each decision changed, and
/// compares the sums with the folded totals. It trusts neither the amounts that the owner wrote
/// into the journal nor the folder.
///
/// Shape: each total is compared at the position that last set it, but not before the checkpoint;
/// folders may go on working meanwhile.
public final class TotalsProof {

    /// Entries per read: a few MB at most.
    private static final int PAGE = 200;

    private final JournalStore store;

    public TotalsProof(JournalStore store) {
        this.store = store;
    }

    public Mono<SlotProof> prove(int slot) {
        return Mono.fromCallable(() -> check(slot)).subscribeOn(Schedulers.boundedElastic());
    }

    /// Blocking.
    public SlotProof check(int slot) {
        long checkpoint =
                store.checkpoints(Set.of(slot))
                        .getOrDefault(slot, Checkpoint.start(slot))
                        .position();
        Map<SlotKey, Stored<Amounts>> folded = store.totalsOf(slot);
        Replay replay = new Replay(checkpoint, folded);
        List<JournalEntry> page = store.journalAfter(slot, 0, PAGE);
        while (!page.isEmpty()) {
            page.forEach(replay::add);
            page = store.journalAfter(slot, page.getLast().position(), PAGE);
        }
        return replay.result(slot);
    }

    private static final class Replay {

        private final long checkpoint;
        private final Map<SlotKey, Stored<Amounts>> folded;
        private final Map<SlotKey, Amounts> sums = new HashMap<>();
        private long decisions;
        private long last;

        Replay(long checkpoint, Map<SlotKey, Stored<Amounts>> folded) {
            this.checkpoint = checkpoint;
            this.folded = folded;
        }

        void add(JournalEntry entry) {
            last = entry.position();
            for (Decision decision : entry.decisions()) {
                decisions += entry.position() <= checkpoint ? 1 : 0;
                decision.changes().forEach(change -> add(entry, change));
            }
        }

        private void add(JournalEntry entry, TotalChange change) {
            SlotKey key = new SlotKey(entry.slot(), change.total());
            Stored<Amounts> stored = folded.get(key);
            long until = Math.max(checkpoint, stored == null ? 0 : stored.position());
            if (entry.position() <= until) {
                sums.merge(key, change.delta(), Amounts::plus);
            }
        }

        SlotProof result(int slot) {
            Set<SlotKey> keys = new HashSet<>(sums.keySet());
            keys.addAll(folded.keySet());
            List<SlotProof.Difference> differences = new ArrayList<>();
            for (SlotKey key : keys) {
                Amounts replayed = sums.getOrDefault(key, Amounts.NONE);
                Amounts stored = amounts(folded.get(key));
                if (!replayed.equals(stored)) {
                    differences.add(new SlotProof.Difference(key.key(), replayed, stored));
                }
            }
            return new SlotProof(slot, checkpoint, decisions, last - checkpoint, differences);
        }

        private static Amounts amounts(@Nullable Stored<Amounts> stored) {
            return stored == null ? Amounts.NONE : stored.value();
        }
    }
}
