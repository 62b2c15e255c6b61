package io.xinqun.kernel.simulation.total;

import io.xinqun.kernel.simulation.World;
import io.xinqun.kernel.total.DecisionRule;
import io.xinqun.kernel.total.journal.JournalStore;

/// Mistakes that can be made around a journal, each planted as a wrapper of store, rule or owner.
public enum TotalsMistake {
    NONE,
    OUTCOME_BEFORE_APPEND,
    TOTALS_BEFORE_CHECKPOINT,
    NO_LOOK_UP_OF_EARLIER_DECISIONS,
    CHECKPOINT_BEFORE_THE_FOLD,
    DECISIONS_FOLDED_AFTER_THE_CHECKPOINT,
    ITEM_WRITTEN_TWICE_AT_ONE_POSITION,
    TOTAL_SET_WITHOUT_LOOKING_AT_ITS_POSITION,
    APPEND_THAT_OVERWRITES,
    TAKEN_POSITION_COUNTED_AS_APPENDED,
    OUTAGE_COUNTED_AS_APPENDED,
    CHECKPOINT_TAKEN_FOR_THE_END_OF_THE_JOURNAL,
    WALL_CLOCK_IN_A_DECISION,
    COMMIT_BEFORE_DECIDING;

    MemoryJournalStore store(World world) {
        return this == APPEND_THAT_OVERWRITES
                ? new OverwritingStore(world)
                : new MemoryJournalStore(world);
    }

    DecisionRule<StockRule.Request> rule(TotalsWorld world) {
        return this == WALL_CLOCK_IN_A_DECISION ? new ClockedRule(world.clock()) : new StockRule();
    }

    /// The store as a mistaken owner uses it.
    JournalStore seenBy(TotalsWorld world, MemoryJournalStore store) {
        return switch (this) {
            case OUTCOME_BEFORE_APPEND -> new OwnerMistakes.PublishFirst(world, store);
            case TOTALS_BEFORE_CHECKPOINT -> new OwnerMistakes.TotalsFirst(store);
            case NO_LOOK_UP_OF_EARLIER_DECISIONS -> new OwnerMistakes.NoLookUp(store);
            case TAKEN_POSITION_COUNTED_AS_APPENDED -> new OwnerMistakes.IgnoresTaken(store);
            case OUTAGE_COUNTED_AS_APPENDED -> new OwnerMistakes.IgnoresOutage(store);
            case CHECKPOINT_TAKEN_FOR_THE_END_OF_THE_JOURNAL -> new OwnerMistakes.NoTail(store);
            default -> store;
        };
    }

    /// The store as a mistaken folder uses it.
    JournalStore foldedBy(TotalsWorld world, MemoryJournalStore store) {
        return switch (this) {
            case CHECKPOINT_BEFORE_THE_FOLD -> new FolderMistakes.CheckpointFirst(store);
            case DECISIONS_FOLDED_AFTER_THE_CHECKPOINT -> new FolderMistakes.DecisionsLast(store);
            case ITEM_WRITTEN_TWICE_AT_ONE_POSITION -> new FolderMistakes.ItemTwice(store);
            case TOTAL_SET_WITHOUT_LOOKING_AT_ITS_POSITION ->
                    new FolderMistakes.Unconditional(store);
            default -> store;
        };
    }
}
