package io.xinqun.kernel.total.journal;

import io.xinqun.kernel.total.Amounts;
import io.xinqun.kernel.total.Command;
import io.xinqun.kernel.total.Decision;
import io.xinqun.kernel.total.Item;
import io.xinqun.kernel.total.SlotBehind;
import io.xinqun.kernel.total.TotalsLimits;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads what a batch needs and what is not in memory, in the one order that is safe: the
/// checkpoint, THEN the journal behind it, THEN totals, items and earlier decisions. What is read
/// late can only be newer than the journal's end that we know, and then our append fails. In
/// another order it loses money.
final class SlotLoading {

    /// A tail of this length makes us look whether the folder has got further: often enough to keep
    /// the memory small, rarely enough to cost nothing.
    private static final int REFRESH = 32;

    private final JournalStore store;
    private final TotalsLimits limits;

    SlotLoading(JournalStore store, TotalsLimits limits) {
        this.store = store;
        this.limits = limits;
    }

    void load(Map<Integer, SlotMemory> memory, List<? extends SlotBatch<?>> batches) {
        refresh(memory, batches);
        readTails(memory, batches);
        readTotals(memory, batches);
        readItems(memory, batches);
        readDecisions(memory, batches);
    }

    private void refresh(Map<Integer, SlotMemory> memory, List<? extends SlotBatch<?>> batches) {
        Set<Integer> waiting = new HashSet<>();
        for (SlotBatch<?> batch : batches) {
            SlotMemory slot = memory.get(batch.slot());
            if (slot != null && slot.waiting() >= Math.min(REFRESH, limits.tail())) {
                waiting.add(batch.slot());
            }
        }
        if (waiting.isEmpty()) {
            return;
        }
        for (Checkpoint checkpoint : store.checkpoints(waiting).values()) {
            SlotMemory slot = memory.get(checkpoint.slot());
            if (slot != null && slot.position() < checkpoint.position()) {
                // Others have appended and folded behind our back.
                memory.remove(checkpoint.slot());
            } else if (slot != null) {
                slot.folded(checkpoint.position());
            }
        }
        for (int slot : waiting) {
            refuseWhenBehind(slot, memory.get(slot));
        }
    }

    private void refuseWhenBehind(int number, @Nullable SlotMemory slot) {
        if (slot != null && slot.waiting() >= limits.tail()) {
            throw new SlotBehind(number, slot.waiting());
        }
    }

    private void readTails(Map<Integer, SlotMemory> memory, List<? extends SlotBatch<?>> batches) {
        Set<Integer> unknown = new HashSet<>();
        batches.forEach(batch -> unknown.add(batch.slot()));
        unknown.removeAll(memory.keySet());
        if (unknown.isEmpty()) {
            return;
        }
        Map<Integer, Checkpoint> checkpoints = new HashMap<>(store.checkpoints(unknown));
        Map<Integer, Long> from = new HashMap<>();
        for (int slot : unknown) {
            from.put(slot, checkpoints.computeIfAbsent(slot, Checkpoint::start).position());
        }
        // One more than allowed, to see that it is more.
        store.journalsAfter(from, limits.tail() + 1)
                .forEach((slot, tail) -> {
                    if (tail.size() > limits.tail()) {
                        throw new SlotBehind(slot, tail.size());
                    }
                    Checkpoint checkpoint = checkpoints.getOrDefault(slot, Checkpoint.start(slot));
                    memory.put(slot, new SlotMemory(checkpoint, tail, limits));
                });
    }

    private void readTotals(Map<Integer, SlotMemory> memory, List<? extends SlotBatch<?>> batches) {
        Map<SlotKey, SlotBatch<?>> missing = new HashMap<>();
        for (SlotBatch<?> batch : batches) {
            SlotMemory slot = memoryOf(memory, batch);
            for (String id : batch.totalIds()) {
                Amounts amounts = slot.total(id);
                if (amounts == null) {
                    missing.put(new SlotKey(batch.slot(), id), batch);
                } else {
                    batch.haveTotal(id, amounts);
                }
            }
        }
        if (missing.isEmpty()) {
            return;
        }
        Map<SlotKey, Stored<Amounts>> stored = store.totals(missing.keySet());
        missing.forEach((key, batch) ->
                batch.haveTotal(
                        key.key(), memoryOf(memory, batch).remember(key.key(), stored.get(key))));
    }

    private void readItems(Map<Integer, SlotMemory> memory, List<? extends SlotBatch<?>> batches) {
        Map<SlotKey, SlotBatch<?>> missing = new HashMap<>();
        for (SlotBatch<?> batch : batches) {
            SlotMemory slot = memoryOf(memory, batch);
            for (String key : batch.itemKeys()) {
                if (slot.knowsItem(key)) {
                    batch.haveItem(key, slot.item(key));
                } else {
                    missing.put(new SlotKey(batch.slot(), key), batch);
                }
            }
        }
        if (missing.isEmpty()) {
            return;
        }
        Map<SlotKey, Stored<Item>> stored = store.items(missing.keySet());
        missing.forEach((key, batch) ->
                batch.haveItem(
                        key.key(),
                        memoryOf(memory, batch).rememberItem(key.key(), stored.get(key))));
    }

    private void readDecisions(
            Map<Integer, SlotMemory> memory, List<? extends SlotBatch<?>> batches) {
        Map<SlotKey, SlotBatch<?>> unknown = new HashMap<>();
        for (SlotBatch<?> batch : batches) {
            SlotMemory slot = memoryOf(memory, batch);
            for (Command<?> command : batch.commands()) {
                Decision decision = slot.decided(command.id());
                if (decision == null) {
                    unknown.put(new SlotKey(batch.slot(), command.id()), batch);
                } else {
                    batch.haveDecision(decision);
                }
            }
        }
        if (unknown.isEmpty()) {
            return;
        }
        store.decisions(unknown.keySet())
                .forEach((key, decision) -> required(unknown.get(key)).haveDecision(decision));
    }

    private static SlotMemory memoryOf(Map<Integer, SlotMemory> memory, SlotBatch<?> batch) {
        return required(memory.get(batch.slot()));
    }

    private static <T> T required(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("a slot was not loaded");
        }
        return value;
    }
}
