package io.xinqun.kernel.consumer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.xinqun.kernel.consumer.ConsumerMetric.Tag;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// The meters of one consumer group.
public final class ConsumerMeters {

    private final MeterRegistry registry;
    private final String group;
    private final Counter handled;
    private final Counter ignored;
    private final Counter retried;
    private final Counter parked;
    private final Counter released;
    private final AtomicLong lag = new AtomicLong();
    private final AtomicInteger parkedKeys = new AtomicInteger();
    private final AtomicInteger pausedPartitions = new AtomicInteger();

    public ConsumerMeters(MeterRegistry registry, String group) {
        this.registry = registry;
        this.group = group;
        this.handled = counter(ConsumerMetric.HANDLED);
        this.ignored = counter(ConsumerMetric.IGNORED);
        this.retried = counter(ConsumerMetric.RETRIED);
        this.parked = counter(ConsumerMetric.PARKED);
        this.released = counter(ConsumerMetric.RELEASED);
        gauge(ConsumerMetric.LAG, lag);
        gauge(ConsumerMetric.PARKED_KEYS, parkedKeys);
        gauge(ConsumerMetric.PAUSED_PARTITIONS, pausedPartitions);
    }

    public String group() {
        return group;
    }

    public void handled(int records) {
        handled.increment(records);
    }

    public void ignored() {
        ignored.increment();
    }

    public void retried() {
        retried.increment();
    }

    public void parked() {
        parked.increment();
    }

    public void released() {
        released.increment();
    }

    public void dead(String reason) {
        registry.counter(
                        ConsumerMetric.DEAD.getName(),
                        Tag.GROUP.asString(),
                        group,
                        Tag.REASON.asString(),
                        reason)
                .increment();
    }

    /// Every thread of the group adds its own.
    public void lag(long change) {
        lag.addAndGet(change);
    }

    public void parkedKeys(int change) {
        parkedKeys.addAndGet(change);
    }

    public void pausedPartitions(int change) {
        pausedPartitions.addAndGet(change);
    }

    private Counter counter(ConsumerMetric metric) {
        return registry.counter(metric.getName(), Tag.GROUP.asString(), group);
    }

    private void gauge(ConsumerMetric metric, Number value) {
        Gauge.builder(metric.getName(), value, Number::doubleValue)
                .tag(Tag.GROUP.asString(), group)
                .register(registry);
    }
}
