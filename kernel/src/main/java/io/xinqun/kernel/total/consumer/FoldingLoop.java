package io.xinqun.kernel.total.consumer;

import io.xinqun.kernel.batch.StepLoop;
import io.xinqun.kernel.total.journal.Folder;
import io.xinqun.kernel.total.journal.TotalMeters;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Runs the folder of a set of totals: every 100 ms what this instance's owner has appended, and
/// now and then every slot, for what a dead owner has left.
public final class FoldingLoop implements AutoCloseable {

    /// Long enough to merge twenty batches into one write per total, short enough for the eye.
    private static final Duration CADENCE = Duration.ofMillis(100);

    /// All slots are looked at after this many rounds: every 10 s.
    private static final int ROUNDS_TO_A_LOOK = 100;

    private final Folder folder;
    private final TotalMeters meters;
    private final Set<Integer> everySlot;
    private final Set<Integer> appended = ConcurrentHashMap.newKeySet();
    private final StepLoop loop;
    private int rounds;

    public FoldingLoop(String name, Folder folder, int slots, TotalMeters meters) {
        this.folder = folder;
        this.meters = meters;
        this.everySlot = IntStream.range(0, slots).boxed().collect(Collectors.toSet());
        this.loop =
                StepLoop.start(
                        "folder of " + name,
                        this::step,
                        CADENCE,
                        failed -> meters.failed("folder"));
    }

    /// This slot has something to fold.
    public void appended(int slot) {
        appended.add(slot);
    }

    /// Always followed by the pause, unless a slot had more than one go takes.
    private boolean step() {
        Set<Integer> slots = rounds % ROUNDS_TO_A_LOOK == 0 ? everySlot : new HashSet<>(appended);
        rounds++;
        if (slots.isEmpty()) {
            return false;
        }
        appended.removeAll(slots);
        try {
            int folded = folder.fold(slots);
            meters.folded(folded);
            if (folded >= Folder.ENTRIES) {
                appended.addAll(slots);
                return true;
            }
            return false;
        } catch (RuntimeException failed) {
            appended.addAll(slots);
            throw failed;
        }
    }

    @Override
    public void close() {
        loop.close();
    }
}
