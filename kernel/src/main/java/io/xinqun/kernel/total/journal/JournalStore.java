package io.xinqun.kernel.total.journal;

import io.xinqun.kernel.total.Amounts;
import io.xinqun.kernel.total.Decision;
import io.xinqun.kernel.total.Item;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Where the journals of a set of totals live, and what is folded from them. Every method blocks.
///
/// State: each document is written in one atomic step and is durable when the call returns; several
/// documents of one call are several steps, and readers may see any part of them. Errors: an
/// exception says nothing about what was written.
public interface JournalStore {

    /// The number of slots, fixed by whoever comes first.
    int bornWith(int slots);

    /// A slot that is missing in the answer has not been folded at all.
    Map<Integer, Checkpoint> checkpoints(Set<Integer> slots);

    /// The entries behind a position, in order, without a gap.
    List<JournalEntry> journalAfter(int slot, long position, int limit);

    /// The same of many slots at once: behind a position each, at most `limit` entries each.
    default Map<Integer, List<JournalEntry>> journalsAfter(
            Map<Integer, Long> positions, int limit) {
        Map<Integer, List<JournalEntry>> behind = new HashMap<>();
        positions.forEach(
                (slot, position) -> behind.put(slot, journalAfter(slot, position, limit)));
        return behind;
    }

    Map<SlotKey, Stored<Amounts>> totals(Set<SlotKey> ids);

    Map<SlotKey, Stored<Item>> items(Set<SlotKey> keys);

    Map<SlotKey, Decision> decisions(Set<SlotKey> commandIds);

    /// Every folded total of a slot, for the proof.
    Map<SlotKey, Stored<Amounts>> totalsOf(int slot);

    /// Appends each entry (of different slots) at its position, unless that position is taken.
    /// Answers the slots that were taken. This is the only step that decides anything.
    Set<Integer> append(List<JournalEntry> entries);

    /// Inserts decisions that are not there yet.
    void foldDecisions(Collection<JournalEntry> entries);

    /// Sets amounts whose stored position is lower.
    void foldTotals(Map<SlotKey, Stored<Amounts>> totals);

    /// Sets items whose stored position is lower.
    void foldItems(Map<SlotKey, Stored<Item>> items);

    /// Moves checkpoints forward, never back.
    void advance(Collection<Checkpoint> checkpoints);
}
