package io.xinqun.kernel.total.journal;

import io.xinqun.kernel.total.Amounts;
import io.xinqun.kernel.total.Decision;
import io.xinqun.kernel.total.Item;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One place in a slot's journal: the decisions of one batch.
///
/// Shape: positions count from 1 without a gap; `newest` is the newest record time that the journal
/// has seen up to here; `totals` are the amounts AFTER these decisions of every total that they
/// changed, so folding sets and never adds.
public record JournalEntry(
        int slot,
        long position,
        Instant newest,
        List<Decision> decisions,
        Map<String, Amounts> totals) {

    public JournalEntry {
        decisions = List.copyOf(decisions);
        totals = Map.copyOf(totals);
    }

    /// The last state that these decisions gave to each item.
    public Map<String, Item> items() {
        Map<String, Item> last = new LinkedHashMap<>();
        for (Decision decision : decisions) {
            decision.items().forEach(item -> last.put(item.key(), item));
        }
        return last;
    }
}
