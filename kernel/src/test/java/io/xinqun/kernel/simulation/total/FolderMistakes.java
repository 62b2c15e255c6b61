package io.xinqun.kernel.simulation.total;

import io.xinqun.kernel.total.Amounts;
import io.xinqun.kernel.total.Item;
import io.xinqun.kernel.total.journal.Checkpoint;
import io.xinqun.kernel.total.journal.JournalEntry;
import io.xinqun.kernel.total.journal.SlotKey;
import io.xinqun.kernel.total.journal.Stored;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a folder can do wrong with its store.
final class FolderMistakes {

    private FolderMistakes() {}

    static final class CheckpointFirst extends StoreWrapper {

        CheckpointFirst(MemoryJournalStore store) {
            super(store);
        }

        @Override
        public void foldDecisions(Collection<JournalEntry> entries) {
            Map<Integer, Checkpoint> last = new HashMap<>();
            for (JournalEntry entry : entries) {
                last.put(
                        entry.slot(),
                        new Checkpoint(entry.slot(), entry.position(), entry.newest()));
            }
            super.advance(last.values());
            super.foldDecisions(entries);
        }
    }

    static final class DecisionsLast extends StoreWrapper {

        private Collection<JournalEntry> waiting = List.of();

        DecisionsLast(MemoryJournalStore store) {
            super(store);
        }

        @Override
        public void foldDecisions(Collection<JournalEntry> entries) {
            waiting = entries;
        }

        @Override
        public void advance(Collection<Checkpoint> checkpoints) {
            super.advance(checkpoints);
            super.foldDecisions(waiting);
        }
    }

    /// Writes an item for each decision that touched it, where one of the same position is
    /// replaced.
    static final class ItemTwice extends StoreWrapper {

        ItemTwice(MemoryJournalStore store) {
            super(store);
        }

        @Override
        public void foldDecisions(Collection<JournalEntry> entries) {
            super.foldDecisions(entries);
            for (JournalEntry entry : entries) {
                entry.decisions()
                        .forEach(decision -> decision.items().forEach(item -> put(entry, item)));
            }
        }

        private void put(JournalEntry entry, Item item) {
            store.step();
            SlotKey key = new SlotKey(entry.slot(), item.key());
            Stored<Item> old = store.items.get(key);
            if (old == null || old.position() <= entry.position()) {
                store.items.put(key, new Stored<>(entry.position(), item));
            }
        }

        @Override
        public void foldItems(Map<SlotKey, Stored<Item>> items) {
            store.step();
        }
    }

    static final class Unconditional extends StoreWrapper {

        Unconditional(MemoryJournalStore store) {
            super(store);
        }

        @Override
        public void foldTotals(Map<SlotKey, Stored<Amounts>> totals) {
            totals.forEach((key, total) -> {
                store.step();
                store.totals.put(key, total);
            });
        }
    }
}
