package io.xinqun.kernel.simulation.outbox;

import io.xinqun.kernel.outbox.OutboxClearing;
import io.xinqun.kernel.outbox.OutboxEntry;
import io.xinqun.kernel.outbox.OutboxLimits;
import io.xinqun.kernel.outbox.OutboxMeters;
import io.xinqun.kernel.outbox.OutboxRelay;
import io.xinqun.kernel.outbox.OutboxSweeper;
import io.xinqun.kernel.outbox.Waiting;
import io.xinqun.kernel.simulation.Chance;
import io.xinqun.kernel.simulation.Coroutine;
import io.xinqun.kernel.simulation.World;
import io.xinqun.kernel.simulation.outbox.MemoryOutboxStore.Aggregate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Two instances of a program, each with two writers, a relay, its clearing and a sweeper, on the
/// same aggregates. An instance dies as a whole; what it had sent may still arrive.
public final class OutboxWorld extends World {

    /// So small that relays overflow and everything is soon a leftover.
    static final OutboxLimits LIMITS =
            new OutboxLimits(3, Duration.ofSeconds(20), Duration.ofSeconds(5), 1, 3);

    private static final int INSTANCES = 2;
    private static final List<String> IDS = List.of("a", "b", "c");

    /// Each aggregate gets no more events than this.
    private static final int VERSIONS = 6;

    private final OutboxMistake mistake;
    private final MemoryOutboxStore store;
    private final MemoryLog log;
    private final Writing writing;
    private final List<Instance> instances = new ArrayList<>();
    private final boolean poisoned;
    private @Nullable String defect;

    public OutboxWorld(long seed, OutboxMistake mistake, boolean recorded) {
        super(seed, recorded);
        this.mistake = mistake;
        this.store = mistake.store(this);
        this.log = new MemoryLog(this);
        IDS.forEach(id -> store.aggregates.put(id, new Aggregate()));
        poisoned = chance.perMille(200);
        writing = new Writing(this, store, mistake, poisoned);
        for (int number = 0; number < INSTANCES; number++) {
            Instance instance = new Instance();
            instances.add(instance);
            employ(3, () -> write(instance));
            employ(3, () -> write(instance));
            employ(6, () -> repeat(() -> instance.relay.step()));
            employ(4, () -> repeat(() -> instance.clearing.step()));
            employ(4, () -> repeat(() -> sweep(instance)));
        }
    }

    /// What lives and dies together.
    private final class Instance {

        private OutboxClearing clearing;
        private OutboxRelay relay;
        private OutboxSweeper sweeper;

        Instance() {
            start();
        }

        void start() {
            clearing = new OutboxClearing(mistake.clearedIn(store), LIMITS, OutboxMeters.NONE);
            relay =
                    new OutboxRelay(
                            new OutboxRelay.Ports(
                                    store,
                                    mistake.sentTo(OutboxWorld.this, log),
                                    clearing,
                                    OutboxMeters.NONE),
                            LIMITS);
            sweeper = new OutboxSweeper(mistake.sweptIn(store), relay, LIMITS, clock());
        }
    }

    private boolean sweep(Instance instance) {
        return mistake != OutboxMistake.NO_SWEEPER && instance.sweeper.step();
    }

    private void repeat(BooleanSupplier step) {
        while (true) {
            Coroutine.pause();
            try {
                boolean ignored = step.getAsBoolean();
            } catch (Chance.Outage again) {
                Coroutine.pause();
            } catch (IllegalStateException defective) {
                defect = "a worker failed: " + defective.getMessage();
            }
        }
    }

    private void write(Instance instance) {
        while (true) {
            Coroutine.pause();
            if (!chance.faultsGoOn()) {
                continue;
            }
            try {
                if (chance.perMille(250)) {
                    List<String> touched = writing.updateMany(IDS, VERSIONS);
                    if (mistake == OutboxMistake.TEMPLATE_PUBLISHED_WITHOUT_READING_THE_DOCUMENT) {
                        touched.forEach(id -> instance.relay.offer(lastOnly(id)));
                    } else {
                        instance.relay.offerIds(touched);
                    }
                } else {
                    Waiting image = writing.update(chance.one(IDS), VERSIONS);
                    if (image != null) {
                        publish(instance, image);
                    }
                }
            } catch (Chance.Outage again) {
                Coroutine.pause();
            }
        }
    }

    private Waiting lastOnly(String id) {
        List<OutboxEntry> outbox = store.aggregates.get(id).outbox;
        return new Waiting(id, outbox.isEmpty() ? List.of() : List.of(outbox.getLast()));
    }

    private void publish(Instance instance, Waiting image) {
        if (mistake == OutboxMistake.RELAY_PASSES_WHAT_IS_NOT_ACKNOWLEDGED) {
            new HastyRelay(store, log).publish(image);
        } else {
            instance.relay.offer(image);
        }
    }

    @Override
    protected void killed(int worker) {
        int instance = worker / 5;
        for (int other = instance * 5; other < (instance + 1) * 5; other++) {
            kill(other);
        }
        instances.get(instance).start();
    }

    @Override
    protected boolean isCalm() {
        return defect != null
                || store.aggregates.entrySet().stream()
                        .allMatch(aggregate ->
                                poisoned && aggregate.getKey().equals(IDS.getFirst())
                                        || aggregate.getValue().outbox.isEmpty());
    }

    @Override
    protected @Nullable String violation() {
        return defect != null
                ? defect
                : OutboxInvariants.violation(store, log, poisoned ? IDS.getFirst() : "");
    }
}
