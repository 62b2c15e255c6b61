package io.xinqun.kernel.batch;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A thread of its own that does one step after the other, for ever: relays, folders, sweepers.
///
/// Shape: a step answers whether there was work; then the next one follows at once, otherwise when
/// somebody wakes it or the pause is over. Errors: a step that throws is logged, reported and tried
/// again, after 0.1 s at first and 5 s at most: an outage is waited for, not given up on.
public final class StepLoop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StepLoop.class);
    private static final Duration FIRST_BACK_OFF = Duration.ofMillis(100);
    private static final Duration LAST_BACK_OFF = Duration.ofSeconds(5);

    /// A step that is in the middle of a write is waited for this long.
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final String name;
    private final BooleanSupplier step;
    private final Duration pause;
    private final Consumer<RuntimeException> onFailure;
    private final Semaphore work = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closed;

    private StepLoop(
            String name,
            BooleanSupplier step,
            Duration pause,
            Consumer<RuntimeException> onFailure) {
        this.name = name;
        this.step = step;
        this.pause = pause;
        this.onFailure = onFailure;
        this.thread = Thread.ofVirtual().name(name).unstarted(this::run);
    }

    public static StepLoop start(
            String name,
            BooleanSupplier step,
            Duration pause,
            Consumer<RuntimeException> onFailure) {
        StepLoop loop = new StepLoop(name, step, pause, onFailure);
        loop.thread.start();
        return loop;
    }

    /// There is work: do not wait for the end of the pause.
    public void wake() {
        if (work.availablePermits() == 0) {
            work.release();
        }
    }

    private void run() {
        Duration backOff = FIRST_BACK_OFF;
        while (!closed) {
            try {
                if (!step.getAsBoolean()) {
                    await(pause);
                }
                backOff = FIRST_BACK_OFF;
            } catch (RuntimeException failed) {
                if (closed) {
                    return;
                }
                LOG.warn("{} failed and tries again in {}", name, backOff, failed);
                onFailure.accept(failed);
                sleep(backOff);
                backOff = backOff.multipliedBy(2);
                backOff = backOff.compareTo(LAST_BACK_OFF) > 0 ? LAST_BACK_OFF : backOff;
            }
        }
    }

    private void await(Duration time) {
        try {
            if (work.tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS)) {
                work.drainPermits();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        wake();
        try {
            if (!thread.join(FAREWELL)) {
                thread.interrupt();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
