package io.xinqun.kernel.total.journal;

import io.xinqun.kernel.total.Command;
import io.xinqun.kernel.total.Decision;
import io.xinqun.kernel.total.DecisionRule;
import io.xinqun.kernel.total.Slots;
import io.xinqun.kernel.total.TotalsLimits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// Decides commands by appending to the journals of their slots. Any number of owners may run at
/// once; being the only one makes it fast, not right.
///
/// Shape: one decision per command, in the order of the commands; repeats answer what was decided.
/// State: one thread; its memory of slots is a cache and is thrown away whenever it may be wrong.
/// Errors: whatever the store throws, and [io.xinqun.kernel.total.SlotBehind]: the same batch can
/// be given again, what was decided meanwhile is found and repeated. A lost reply needs no
/// recognising, the slot is read again and its decisions are there.
public final class Totals<P> {

    private final JournalStore store;
    private final DecisionRule<P> rule;
    private final Slots slots;
    private final TotalsLimits limits;
    private final SlotLoading loading;
    private final Map<Integer, SlotMemory> memory = new HashMap<>();
    private IntConsumer appended = slot -> {};
    private TotalMeters meters = TotalMeters.NONE;

    public Totals(JournalStore store, DecisionRule<P> rule, Slots slots, TotalsLimits limits) {
        this.store = store;
        this.rule = rule;
        this.slots = slots;
        this.limits = limits;
        this.loading = new SlotLoading(store, limits);
    }

    /// Tells this listener which slots have something to fold.
    public Totals<P> telling(IntConsumer listener) {
        this.appended = listener;
        return this;
    }

    public Totals<P> measuredBy(TotalMeters measured) {
        this.meters = measured;
        return this;
    }

    public List<Decision> process(List<Command<P>> batch) {
        Map<SlotKey, Decision> decided = new HashMap<>();
        Map<Integer, List<Command<P>>> open = bySlot(batch);
        for (int attempt = 0; !open.isEmpty(); attempt++) {
            if (attempt == limits.attempts()) {
                throw new IllegalStateException("other owners append faster: " + open.keySet());
            }
            Set<Integer> touched = Set.copyOf(open.keySet());
            try {
                open.keySet().retainAll(attempt(open, decided));
            } catch (RuntimeException unknown) {
                forget(touched);
                throw unknown;
            }
        }
        meters.processed(batch.size());
        return batch.stream().map(command -> required(decided.get(keyOf(command)))).toList();
    }

    /// Drops what it remembers of these slots; they are read again when they are needed.
    public void forget(Set<Integer> gone) {
        memory.keySet().removeAll(gone);
    }

    public void forgetAll() {
        memory.clear();
    }

    /// Answers the slots that were lost to another owner.
    private Set<Integer> attempt(
            Map<Integer, List<Command<P>>> open, Map<SlotKey, Decision> decided) {
        List<SlotBatch<P>> batches = new ArrayList<>();
        open.forEach((slot, commands) -> batches.add(new SlotBatch<>(slot, rule, commands)));
        loading.load(memory, batches);
        Map<Integer, JournalEntry> entries = decide(batches);
        Set<Integer> lost =
                entries.isEmpty() ? Set.of() : store.append(List.copyOf(entries.values()));
        forget(lost);
        meters.lost(lost.size());
        for (SlotBatch<P> batch : batches) {
            if (!lost.contains(batch.slot())) {
                won(batch, entries.get(batch.slot()));
                batch.known().forEach((id, made) -> decided.put(key(batch, id), made));
            }
        }
        return new HashSet<>(lost);
    }

    private Map<Integer, JournalEntry> decide(List<SlotBatch<P>> batches) {
        Map<Integer, JournalEntry> entries = new LinkedHashMap<>();
        for (SlotBatch<P> batch : batches) {
            SlotMemory slot = memoryOf(batch.slot());
            JournalEntry entry =
                    batch.decide(slot.position() + 1, slot.newest(), limits.retention());
            if (entry != null) {
                entries.put(batch.slot(), entry);
            }
        }
        return entries;
    }

    /// Only now, that it is durable, does the memory go on.
    private void won(SlotBatch<P> batch, @Nullable JournalEntry entry) {
        if (entry != null) {
            memoryOf(batch.slot()).append(entry);
            appended.accept(batch.slot());
            meters.appended(entry);
        }
    }

    private SlotMemory memoryOf(int slot) {
        return required(memory.get(slot));
    }

    private Map<Integer, List<Command<P>>> bySlot(List<Command<P>> batch) {
        Map<Integer, List<Command<P>>> bySlot = new LinkedHashMap<>();
        for (Command<P> command : batch) {
            int slot = slots.slotOf(command.total());
            bySlot.computeIfAbsent(slot, ignored -> new ArrayList<>()).add(command);
        }
        return bySlot;
    }

    private SlotKey keyOf(Command<P> command) {
        return new SlotKey(slots.slotOf(command.total()), command.id());
    }

    private static SlotKey key(SlotBatch<?> batch, String commandId) {
        return new SlotKey(batch.slot(), commandId);
    }

    private static <T> T required(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("a slot was left without an answer");
        }
        return value;
    }
}
