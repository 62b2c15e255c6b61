package io.xinqun.kernel.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.xinqun.kernel.batch.StepLoop;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/// The outboxes of a program, one per collection, each with its relay, its clearing and its sweeper
/// on threads of their own. A bean.
public final class Outboxes implements AutoCloseable {

    /// Only a safety net: relay and clearing are woken when there is work.
    private static final Duration IDLE = Duration.ofMillis(200);

    /// What was published in this time is taken out in one statement. In a batch of 20 an entry
    /// costs the store 60 µs, alone 1,200 (measured); being late costs nothing.
    private static final Duration GATHERING = Duration.ofMillis(20);

    /// Between two pages of a walk: 10,000 documents a second at most.
    private static final Duration SWEEP = Duration.ofMillis(50);

    private final Function<String, OutboxStore> stores;
    private final OutboxLog log;
    private final Clock clock;
    private final MeterRegistry registry;
    private final OutboxLimits limits = OutboxLimits.DEFAULT;
    private final Map<String, Running> outboxes = new ConcurrentHashMap<>();

    /// `stores` opens the store of a collection; it may block.
    public Outboxes(
            Function<String, OutboxStore> stores,
            OutboxLog log,
            Clock clock,
            MeterRegistry registry) {
        this.stores = stores;
        this.log = log;
        this.clock = clock;
        this.registry = registry;
    }

    /// The outbox of a collection. The first call creates its index and starts its threads; make it
    /// while the program starts, it blocks.
    public Outbox of(String collection) {
        return outboxes.computeIfAbsent(collection, this::start).outbox();
    }

    private Running start(String collection) {
        OutboxStore store = stores.apply(collection);
        OutboxMeters meters = new OutboxMeters(registry, collection);
        OutboxClearing clearing = new OutboxClearing(store, limits, meters);
        OutboxRelay relay =
                new OutboxRelay(new OutboxRelay.Ports(store, log, clearing, meters), limits);
        OutboxSweeper sweeper = new OutboxSweeper(store, relay, limits, clock).measuredBy(meters);
        StepLoop relaying = loop(meters, collection + " relay", relay::step, IDLE);
        relay.onWork(relaying::wake);
        StepLoop clears = loop(meters, collection + " clearing", () -> clearOnce(clearing), IDLE);
        clearing.onWork(clears::wake);
        StepLoop sweeps = loop(meters, collection + " sweeper", () -> sweepOnce(sweeper), SWEEP);
        return new Running(new Outbox(relay), List.of(sweeps, relaying, clears));
    }

    private static boolean clearOnce(OutboxClearing clearing) {
        if (clearing.isIdle()) {
            return false;
        }
        LockSupport.parkNanos(GATHERING.toNanos());
        return clearing.step();
    }

    /// Always followed by a pause: leftovers are not in a hurry, and the relay may have no room.
    private static boolean sweepOnce(OutboxSweeper sweeper) {
        sweeper.step();
        return false;
    }

    private static StepLoop loop(
            OutboxMeters meters, String name, BooleanSupplier step, Duration pause) {
        return StepLoop.start("outbox " + name, step, pause, failed -> meters.stepFailed(name));
    }

    @Override
    public void close() {
        outboxes.values().forEach(running -> running.loops().forEach(StepLoop::close));
    }

    private record Running(Outbox outbox, List<StepLoop> loops) {}
}
