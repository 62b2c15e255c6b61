package io.xinqun.commission.testing;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Waits for what will come, but not for ever.
public final class Eventually {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long LOOK_EVERY = TimeUnit.MILLISECONDS.toNanos(100);

    private Eventually() {}

    public static <T> T get(Supplier<T> look, Predicate<T> wanted) {
        return get(PATIENCE, look, wanted);
    }

    public static <T> T get(Duration patience, Supplier<T> look, Predicate<T> wanted) {
        long end = System.nanoTime() + patience.toNanos();
        T seen = look.get();
        while (!wanted.test(seen)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + patience + ": " + seen);
            }
            LockSupport.parkNanos(LOOK_EVERY);
            seen = look.get();
        }
        return seen;
    }
}
