package io.xinqun.kernel.total.journal;

import io.xinqun.kernel.total.Amounts;
import io.xinqun.kernel.total.Item;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Derives decisions, totals and items from the journal, behind the requests. Any number of folders
/// may run at once: decisions are insert-only, totals and items carry the position that set them
/// and only go forward, and so does the checkpoint, which moves last.
///
/// Shape: up to 100 entries per slot at a time, merged: a total that changed in twenty entries is
/// written once. State: nothing; a folder that dies anywhere is done over by the next.
public final class Folder {

    /// At most this many entries of a slot in one go: some MB, and far more than one cadence
    /// brings.
    public static final int ENTRIES = 100;

    private final JournalStore store;

    public Folder(JournalStore store) {
        this.store = store;
    }

    /// Folds what waits in these slots and answers how many entries that was.
    public int fold(Set<Integer> slots) {
        Map<Integer, Checkpoint> checkpoints = store.checkpoints(slots);
        Map<Integer, Long> from = new HashMap<>();
        for (int slot : slots) {
            from.put(slot, checkpoints.getOrDefault(slot, Checkpoint.start(slot)).position());
        }
        List<JournalEntry> entries = new ArrayList<>();
        List<Checkpoint> reached = new ArrayList<>();
        store.journalsAfter(from, ENTRIES)
                .forEach((slot, behind) -> {
                    if (!behind.isEmpty()) {
                        entries.addAll(behind);
                        JournalEntry last = behind.getLast();
                        reached.add(new Checkpoint(slot, last.position(), last.newest()));
                    }
                });
        if (!entries.isEmpty()) {
            write(entries);
            store.advance(reached);
        }
        return entries.size();
    }

    /// Entries of a slot come in order, so the last one that names a total or item wins.
    private void write(List<JournalEntry> entries) {
        Map<SlotKey, Stored<Amounts>> totals = new HashMap<>();
        Map<SlotKey, Stored<Item>> items = new HashMap<>();
        for (JournalEntry entry : entries) {
            entry.totals().forEach((id, after) -> totals.put(key(entry, id), stored(entry, after)));
            entry.items().forEach((key, item) -> items.put(key(entry, key), stored(entry, item)));
        }
        store.foldDecisions(entries);
        store.foldTotals(totals);
        store.foldItems(items);
    }

    private static SlotKey key(JournalEntry entry, String name) {
        return new SlotKey(entry.slot(), name);
    }

    private static <T> Stored<T> stored(JournalEntry entry, T value) {
        return new Stored<>(entry.position(), value);
    }
}
