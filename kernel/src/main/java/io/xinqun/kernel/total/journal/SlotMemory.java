package io.xinqun.kernel.total.journal;

import io.xinqun.kernel.total.Amounts;
import io.xinqun.kernel.total.Decision;
import io.xinqun.kernel.total.Item;
import io.xinqun.kernel.total.TotalsLimits;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What an owner remembers of a slot: the journal behind the checkpoint (the tail), and totals and
/// items as they are at the journal's end.
///
/// State: complete up to `position`, or another owner has appended behind it, and then the next
/// append of this one fails and the memory is thrown away.
final class SlotMemory {

    private final Deque<JournalEntry> tail = new ArrayDeque<>();
    private final Map<String, Decision> decided = new HashMap<>();
    private final Map<String, Stored<Amounts>> tailTotals = new HashMap<>();
    private final Map<String, Stored<Item>> tailItems = new HashMap<>();
    private final Map<String, Amounts> totals;
    private final Map<String, Optional<Item>> items;
    private long position;
    private Instant newest;

    SlotMemory(Checkpoint checkpoint, List<JournalEntry> behind, TotalsLimits limits) {
        position = checkpoint.position();
        newest = checkpoint.newest();
        totals = new LeastRecentlyUsed<>(limits.cachedTotals());
        items = new LeastRecentlyUsed<>(limits.cachedItems());
        behind.forEach(this::append);
    }

    long position() {
        return position;
    }

    Instant newest() {
        return newest;
    }

    int waiting() {
        return tail.size();
    }

    /// The journal goes on with this entry.
    void append(JournalEntry entry) {
        position = entry.position();
        newest = entry.newest();
        tail.add(entry);
        for (Decision decision : entry.decisions()) {
            decided.put(decision.commandId(), decision);
        }
        entry.totals()
                .forEach((id, amounts) -> {
                    tailTotals.put(id, new Stored<>(position, amounts));
                    totals.put(id, amounts);
                });
        entry.items()
                .forEach((key, item) -> {
                    tailItems.put(key, new Stored<>(position, item));
                    items.put(key, Optional.of(item));
                });
    }

    /// Everything up to here is found in the store from now on. Call it only before reading there.
    void folded(long checkpoint) {
        while (!tail.isEmpty() && tail.getFirst().position() <= checkpoint) {
            JournalEntry entry = tail.removeFirst();
            entry.decisions().forEach(decision -> decided.remove(decision.commandId()));
        }
        tailTotals.values().removeIf(stored -> stored.position() <= checkpoint);
        tailItems.values().removeIf(stored -> stored.position() <= checkpoint);
    }

    @Nullable Decision decided(String commandId) {
        return decided.get(commandId);
    }

    boolean knowsItem(String key) {
        return items.containsKey(key);
    }

    @Nullable Amounts total(String id) {
        return totals.get(id);
    }

    /// What is known of an item; it may be known not to exist.
    @Nullable Item item(String key) {
        return items.getOrDefault(key, Optional.empty()).orElse(null);
    }

    /// What the store has of a total, brought up to the journal's end.
    Amounts remember(String id, @Nullable Stored<Amounts> stored) {
        Stored<Amounts> later = later(stored, tailTotals.get(id));
        Amounts amounts = later == null ? Amounts.NONE : later.value();
        totals.put(id, amounts);
        return amounts;
    }

    @Nullable Item rememberItem(String key, @Nullable Stored<Item> stored) {
        Stored<Item> later = later(stored, tailItems.get(key));
        Item item = later == null ? null : later.value();
        items.put(key, Optional.ofNullable(item));
        return item;
    }

    private static <T> @Nullable Stored<T> later(
            @Nullable Stored<T> folded, @Nullable Stored<T> tail) {
        if (folded == null || tail == null) {
            return folded == null ? tail : folded;
        }
        return folded.position() >= tail.position() ? folded : tail;
    }

    /// A map that forgets what was not used for longest.
    private static final class LeastRecentlyUsed<K, V> extends LinkedHashMap<K, V> {

        private static final long serialVersionUID = 1L;
        private static final int INITIAL = 16;
        private static final float LOAD = 0.75f;

        private final int limit;

        LeastRecentlyUsed(int limit) {
            super(INITIAL, LOAD, true);
            this.limit = limit;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > limit;
        }
    }
}
