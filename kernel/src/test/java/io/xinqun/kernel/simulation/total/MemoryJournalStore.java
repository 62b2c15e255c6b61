package io.xinqun.kernel.simulation.total;

import io.xinqun.kernel.simulation.Coroutine;
import io.xinqun.kernel.simulation.World;
import io.xinqun.kernel.total.Amounts;
import io.xinqun.kernel.total.Decision;
import io.xinqun.kernel.total.Item;
import io.xinqun.kernel.total.journal.Checkpoint;
import io.xinqun.kernel.total.journal.JournalEntry;
import io.xinqun.kernel.total.journal.JournalStore;
import io.xinqun.kernel.total.journal.SlotKey;
import io.xinqun.kernel.total.journal.Stored;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What survives a crash. Each document is read or written in one step, others may act between any
/// two; a call may end in an outage after any part of its work, and a write whose sender heard of
/// an outage, or died, may still arrive later.
class MemoryJournalStore implements JournalStore {

    private static final int OUTAGE = 6;
    private static final int LATE = 6;

    final World world;
    final Map<Integer, TreeMap<Long, JournalEntry>> journal = new HashMap<>();
    final Map<SlotKey, Decision> decisions = new HashMap<>();
    final Map<SlotKey, Stored<Amounts>> totals = new HashMap<>();
    final Map<SlotKey, Stored<Item>> items = new HashMap<>();
    final Map<Integer, Checkpoint> checkpoints = new HashMap<>();

    MemoryJournalStore(World world) {
        this.world = world;
    }

    TreeMap<Long, JournalEntry> journalOf(int slot) {
        return journal.computeIfAbsent(slot, ignored -> new TreeMap<>());
    }

    /// One step: others may act before it, and the call may end here.
    final void step() {
        Coroutine.pause();
        world.chance().mayFail(OUTAGE);
    }

    @Override
    public int bornWith(int slots) {
        return slots;
    }

    @Override
    public Map<Integer, Checkpoint> checkpoints(Set<Integer> slots) {
        return read(checkpoints, slots);
    }

    @Override
    public List<JournalEntry> journalAfter(int slot, long position, int limit) {
        List<JournalEntry> found = new ArrayList<>();
        long at = position + 1;
        step();
        while (journalOf(slot).containsKey(at) && found.size() < limit) {
            found.add(journalOf(slot).get(at++));
            if (world.chance().perMille(100)) {
                step();
            }
        }
        return found;
    }

    @Override
    public Map<SlotKey, Stored<Amounts>> totals(Set<SlotKey> ids) {
        return read(totals, ids);
    }

    @Override
    public Map<SlotKey, Stored<Item>> items(Set<SlotKey> keys) {
        return read(items, keys);
    }

    @Override
    public Map<SlotKey, Decision> decisions(Set<SlotKey> commandIds) {
        return read(decisions, commandIds);
    }

    private <K, V> Map<K, V> read(Map<K, V> documents, Set<K> keys) {
        Map<K, V> found = new HashMap<>();
        step();
        for (K key : keys) {
            V value = documents.get(key);
            if (value != null) {
                found.put(key, value);
            }
            if (world.chance().perMille(100)) {
                step();
            }
        }
        return found;
    }

    @Override
    public Map<SlotKey, Stored<Amounts>> totalsOf(int slot) {
        Map<SlotKey, Stored<Amounts>> found = new HashMap<>(totals);
        found.keySet().removeIf(key -> key.slot() != slot);
        return found;
    }

    @Override
    public Set<Integer> append(List<JournalEntry> entries) {
        List<JournalEntry> unordered = new ArrayList<>(entries);
        world.chance().shuffle(unordered);
        Set<Integer> taken = new HashSet<>();
        for (JournalEntry entry : unordered) {
            if (world.chance().fault(LATE)) {
                world.later(() -> insert(entry));
            }
            step();
            if (!insert(entry)) {
                taken.add(entry.slot());
            }
        }
        // The reply may get lost.
        step();
        return taken;
    }

    boolean insert(JournalEntry entry) {
        boolean free = journalOf(entry.slot()).putIfAbsent(entry.position(), entry) == null;
        world.note(() -> (free ? "appended " : "taken ") + entry);
        return free;
    }

    @Override
    public void foldDecisions(Collection<JournalEntry> entries) {
        for (JournalEntry entry : entries) {
            for (Decision decision : entry.decisions()) {
                step();
                decisions.putIfAbsent(new SlotKey(entry.slot(), decision.commandId()), decision);
            }
        }
    }

    @Override
    public void foldTotals(Map<SlotKey, Stored<Amounts>> values) {
        forward(totals, values);
    }

    @Override
    public void foldItems(Map<SlotKey, Stored<Item>> values) {
        forward(items, values);
    }

    private <T> void forward(Map<SlotKey, Stored<T>> documents, Map<SlotKey, Stored<T>> values) {
        for (Map.Entry<SlotKey, Stored<T>> value : values.entrySet()) {
            step();
            Stored<T> old = documents.get(value.getKey());
            if (old == null || old.position() < value.getValue().position()) {
                documents.put(value.getKey(), value.getValue());
            }
        }
    }

    @Override
    public void advance(Collection<Checkpoint> reached) {
        for (Checkpoint checkpoint : reached) {
            step();
            checkpoints.merge(
                    checkpoint.slot(),
                    checkpoint,
                    (old, next) -> next.position() > old.position() ? next : old);
            world.note(() -> "checkpoint " + checkpoint);
        }
    }
}
