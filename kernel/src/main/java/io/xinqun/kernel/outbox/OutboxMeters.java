package io.xinqun.kernel.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// The meters of one outbox.
public final class OutboxMeters {

    /// Measures nothing.
    public static final OutboxMeters NONE = new OutboxMeters(null, "");

    private static final String COLLECTION = "collection";

    private final @Nullable MeterRegistry registry;
    private final String collection;
    private final AtomicLong oldestSeconds = new AtomicLong();
    private final AtomicLong left = new AtomicLong();

    public OutboxMeters(@Nullable MeterRegistry registry, String collection) {
        this.registry = registry;
        this.collection = collection;
        if (registry != null) {
            gauge(registry, OutboxMetric.OLDEST, oldestSeconds);
            gauge(registry, OutboxMetric.LEFT, left);
        }
    }

    private void gauge(MeterRegistry shown, OutboxMetric metric, AtomicLong value) {
        Gauge.builder(metric.getName(), value, AtomicLong::get)
                .tag(COLLECTION, collection)
                .register(shown);
    }

    void published(OutboxEntry entry) {
        count(OutboxMetric.PUBLISHED, 1, "type", entry.type());
    }

    void failed(OutboxEntry entry, Throwable failure) {
        String reason = failure.getClass().getSimpleName();
        count(OutboxMetric.FAILED, 1, "type", entry.type(), "reason", reason);
    }

    void resubmitted() {
        count(OutboxMetric.RESUBMITTED, 1);
    }

    void cleared(int entries) {
        count(OutboxMetric.CLEARED, entries);
    }

    void overflowed() {
        count(OutboxMetric.OVERFLOWED, 1);
    }

    void stepFailed(String part) {
        count(OutboxMetric.STEP_FAILURES, 1, "part", part);
    }

    /// What a whole walk has seen.
    void walked(long documents, long seconds) {
        left.set(documents);
        oldestSeconds.set(seconds);
    }

    /// What a walk has seen until now: it may be held up for as long as the relay has no room.
    void walking(long documents, long seconds) {
        left.accumulateAndGet(documents, Math::max);
        oldestSeconds.accumulateAndGet(seconds, Math::max);
    }

    private void count(OutboxMetric metric, int number, String... tags) {
        if (registry != null) {
            String[] all = new String[tags.length + 2];
            all[0] = COLLECTION;
            all[1] = collection;
            System.arraycopy(tags, 0, all, 2, tags.length);
            registry.counter(metric.getName(), all).increment(number);
        }
    }
}
