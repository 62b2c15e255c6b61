package io.xinqun.kernel.simulation.total;

import io.xinqun.kernel.simulation.World;
import io.xinqun.kernel.total.journal.JournalEntry;

/// An append that replaces what stands at its position.
final class OverwritingStore extends MemoryJournalStore {

    OverwritingStore(World world) {
        super(world);
    }

    @Override
    boolean insert(JournalEntry entry) {
        journalOf(entry.slot()).put(entry.position(), entry);
        return true;
    }
}
