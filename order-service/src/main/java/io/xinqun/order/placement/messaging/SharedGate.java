package io.xinqun.order.placement.messaging;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.xinqun.order.placement.SoldOutGate;
import java.time.Duration;
import java.util.function.Consumer;

/// The gate in this instance's memory, told to the other instances through Redis: so a refusal
/// costs no round trip at all. Redis away means that each instance learns for itself.
///
/// State: an entry lives a second at most. Source: rule 7 of docs/architecture.md.
public final class SharedGate implements SoldOutGate {

    private static final Duration LONGEST = Duration.ofSeconds(1);
    private static final int UNITS = 10_000;

    private final Cache<String, Boolean> closed =
            Caffeine.newBuilder().maximumSize(UNITS).expireAfterWrite(LONGEST).build();
    private final Consumer<String> tellOthers;

    public SharedGate(Consumer<String> tellOthers) {
        this.tellOthers = tellOthers;
    }

    @Override
    public boolean isClosed(String unit) {
        return closed.getIfPresent(unit) != null;
    }

    /// Others are told once per life of an entry, not with every refusal.
    @Override
    public void close(String unit) {
        if (closed.getIfPresent(unit) == null) {
            tellOthers.accept(unit);
        }
        closed.put(unit, true);
    }

    @Override
    public void open(String unit) {
        closed.invalidate(unit);
    }

    /// Another instance heard it.
    public void closeHere(String unit) {
        closed.put(unit, true);
    }
}
