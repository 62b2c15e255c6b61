package io.xinqun.kernel.simulation;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One history: workers that run in turns as the seed says, are killed as the seed says, and then,
/// without further faults, have to come to an end. What it must leave behind is checked by
/// [#violation].
public abstract class World {

    /// Nothing may take longer than this once the faults have ended.
    private static final int PATIENCE = 40_000;

    /// What waits for a moment that the seed chooses: a write that was sent before its sender died.
    private final List<Runnable> late = new ArrayList<>();

    private final List<Worker> workers = new ArrayList<>();
    private final @Nullable List<String> diary;
    protected final Chance chance;
    private long now;

    protected World(long seed, boolean recorded) {
        chance = new Chance(seed);
        diary = recorded ? new ArrayList<>() : null;
    }

    protected void employ(int weight, Runnable body) {
        workers.add(new Worker(weight, body));
    }

    public Chance chance() {
        return chance;
    }

    /// Something happens at any later moment, whoever is still alive then.
    public void later(Runnable effect) {
        late.add(effect);
    }

    /// Time in this history; every step takes a second.
    public Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return Instant.ofEpochSecond(1_000_000 + now);
            }
        };
    }

    public void note(Supplier<String> line) {
        if (diary != null) {
            diary.add(now + " " + line.get());
        }
    }

    public String diary() {
        return diary == null ? "" : String.join("\n", diary);
    }

    /// Runs it and answers what is wrong, or null.
    public @Nullable String run() {
        int faulty = chance.between(150, 600);
        for (int step = 0; step < faulty; step++) {
            step(8);
        }
        chance.endFaults();
        recover();
        int patience = PATIENCE;
        while (!(late.isEmpty() && isCalm())) {
            if (patience-- == 0) {
                return "stuck after the faults ended";
            }
            step(0);
        }
        return violation();
    }

    private void step(int deathsPerMille) {
        now++;
        if (!late.isEmpty() && chance.perMille(60)) {
            late.remove(chance.below(late.size())).run();
        }
        Worker worker = pick();
        if (deathsPerMille > 0 && chance.perMille(deathsPerMille)) {
            note(() -> "killed: worker " + workers.indexOf(worker));
            worker.coroutine = null;
            killed(workers.indexOf(worker));
        } else if (!worker.resume()) {
            worker.coroutine = null;
        }
    }

    private Worker pick() {
        int sum = 0;
        for (Worker worker : workers) {
            sum += worker.weight;
        }
        int at = chance.below(sum);
        for (Worker worker : workers) {
            at -= worker.weight;
            if (at < 0) {
                return worker;
            }
        }
        throw new AssertionError();
    }

    /// Everybody who shares memory with the killed worker dies too.
    protected void kill(int worker) {
        workers.get(worker).coroutine = null;
    }

    /// A worker was killed.
    protected abstract void killed(int worker);

    /// The faults have ended.
    protected void recover() {}

    /// Whether all work is done.
    protected abstract boolean isCalm();

    /// What must not be, or null.
    protected abstract @Nullable String violation();

    private static final class Worker {

        private final int weight;
        private final Runnable body;
        private @Nullable Coroutine coroutine;

        Worker(int weight, Runnable body) {
            this.weight = weight;
            this.body = body;
        }

        boolean resume() {
            Coroutine current = coroutine;
            if (current == null) {
                current = new Coroutine(body);
                coroutine = current;
            }
            return current.resume();
        }
    }
}
