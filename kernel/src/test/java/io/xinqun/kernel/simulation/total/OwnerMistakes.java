package io.xinqun.kernel.simulation.total;

import io.xinqun.kernel.simulation.Chance;
import io.xinqun.kernel.simulation.Coroutine;
import io.xinqun.kernel.total.Amounts;
import io.xinqun.kernel.total.Decision;
import io.xinqun.kernel.total.journal.Checkpoint;
import io.xinqun.kernel.total.journal.JournalEntry;
import io.xinqun.kernel.total.journal.SlotKey;
import io.xinqun.kernel.total.journal.Stored;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What an owner can do wrong with its store.
final class OwnerMistakes {

    private OwnerMistakes() {}

    static final class PublishFirst extends StoreWrapper {

        private final TotalsWorld world;

        PublishFirst(TotalsWorld world, MemoryJournalStore store) {
            super(store);
            this.world = world;
        }

        @Override
        public Set<Integer> append(List<JournalEntry> entries) {
            entries.forEach(entry -> entry.decisions().forEach(world::publish));
            Coroutine.pause();
            return super.append(entries);
        }
    }

    /// Reads the totals, then the checkpoint and the tail.
    static final class TotalsFirst extends StoreWrapper {

        private final Map<SlotKey, Stored<Amounts>> early = new HashMap<>();
        private final Map<Integer, Boolean> taken = new HashMap<>();

        TotalsFirst(MemoryJournalStore store) {
            super(store);
        }

        @Override
        public Map<Integer, Checkpoint> checkpoints(Set<Integer> slots) {
            for (int slot : slots) {
                early.keySet().removeIf(key -> key.slot() == slot);
                early.putAll(store.totalsOf(slot));
                taken.put(slot, true);
            }
            Coroutine.pause();
            return super.checkpoints(slots);
        }

        @Override
        public Map<SlotKey, Stored<Amounts>> totals(Set<SlotKey> ids) {
            Map<SlotKey, Stored<Amounts>> found = new HashMap<>(super.totals(ids));
            for (SlotKey id : ids) {
                if (taken.containsKey(id.slot())) {
                    found.remove(id);
                    if (early.containsKey(id)) {
                        found.put(id, early.get(id));
                    }
                }
            }
            ids.forEach(id -> taken.remove(id.slot()));
            return found;
        }
    }

    static final class NoLookUp extends StoreWrapper {

        NoLookUp(MemoryJournalStore store) {
            super(store);
        }

        @Override
        public Map<SlotKey, Decision> decisions(Set<SlotKey> commandIds) {
            return Map.of();
        }
    }

    static final class IgnoresTaken extends StoreWrapper {

        IgnoresTaken(MemoryJournalStore store) {
            super(store);
        }

        @Override
        public Set<Integer> append(List<JournalEntry> entries) {
            super.append(entries);
            return Set.of();
        }
    }

    static final class IgnoresOutage extends StoreWrapper {

        IgnoresOutage(MemoryJournalStore store) {
            super(store);
        }

        @Override
        public Set<Integer> append(List<JournalEntry> entries) {
            try {
                return super.append(entries);
            } catch (Chance.Outage ignored) {
                return Set.of();
            }
        }
    }

    /// Believes that everything has been folded.
    static final class NoTail extends StoreWrapper {

        NoTail(MemoryJournalStore store) {
            super(store);
        }

        @Override
        public Map<Integer, Checkpoint> checkpoints(Set<Integer> slots) {
            Map<Integer, Checkpoint> ends = new HashMap<>(super.checkpoints(slots));
            for (int slot : slots) {
                if (!store.journalOf(slot).isEmpty()) {
                    JournalEntry last = store.journalOf(slot).lastEntry().getValue();
                    ends.put(slot, new Checkpoint(slot, last.position(), last.newest()));
                }
            }
            return ends;
        }
    }
}
