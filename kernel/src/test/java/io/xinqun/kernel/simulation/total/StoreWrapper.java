package io.xinqun.kernel.simulation.total;

import io.xinqun.kernel.total.Amounts;
import io.xinqun.kernel.total.Decision;
import io.xinqun.kernel.total.Item;
import io.xinqun.kernel.total.journal.Checkpoint;
import io.xinqun.kernel.total.journal.JournalEntry;
import io.xinqun.kernel.total.journal.JournalStore;
import io.xinqun.kernel.total.journal.SlotKey;
import io.xinqun.kernel.total.journal.Stored;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Passes everything on; a mistake overrides what it does wrong.
class StoreWrapper implements JournalStore {

    final MemoryJournalStore store;

    StoreWrapper(MemoryJournalStore store) {
        this.store = store;
    }

    @Override
    public int bornWith(int slots) {
        return store.bornWith(slots);
    }

    @Override
    public Map<Integer, Checkpoint> checkpoints(Set<Integer> slots) {
        return store.checkpoints(slots);
    }

    @Override
    public List<JournalEntry> journalAfter(int slot, long position, int limit) {
        return store.journalAfter(slot, position, limit);
    }

    @Override
    public Map<SlotKey, Stored<Amounts>> totals(Set<SlotKey> ids) {
        return store.totals(ids);
    }

    @Override
    public Map<SlotKey, Stored<Item>> items(Set<SlotKey> keys) {
        return store.items(keys);
    }

    @Override
    public Map<SlotKey, Decision> decisions(Set<SlotKey> commandIds) {
        return store.decisions(commandIds);
    }

    @Override
    public Map<SlotKey, Stored<Amounts>> totalsOf(int slot) {
        return store.totalsOf(slot);
    }

    @Override
    public Set<Integer> append(List<JournalEntry> entries) {
        return store.append(entries);
    }

    @Override
    public void foldDecisions(Collection<JournalEntry> entries) {
        store.foldDecisions(entries);
    }

    @Override
    public void foldTotals(Map<SlotKey, Stored<Amounts>> totals) {
        store.foldTotals(totals);
    }

    @Override
    public void foldItems(Map<SlotKey, Stored<Item>> items) {
        store.foldItems(items);
    }

    @Override
    public void advance(Collection<Checkpoint> checkpoints) {
        store.advance(checkpoints);
    }
}
