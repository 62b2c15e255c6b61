package io.xinqun.commission;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// Whole numbers that are set by what was last seen, and counters.
public final class Gauges {

    private final MeterRegistry registry;
    private final Map<String, AtomicLong> values = new ConcurrentHashMap<>();

    public Gauges(MeterRegistry registry) {
        this.registry = registry;
    }

    public void set(CommissionMetric metric, long value) {
        set(metric, Tags.empty(), value);
    }

    public void set(CommissionMetric metric, String tag, String of, long value) {
        set(metric, Tags.of(tag, of), value);
    }

    private void set(CommissionMetric metric, Tags tags, long value) {
        values.computeIfAbsent(
                        metric.getName() + tags,
                        name -> registry.gauge(metric.getName(), tags, new AtomicLong()))
                .set(value);
    }

    public void count(CommissionMetric metric, long number) {
        registry.counter(metric.getName()).increment((double) number);
    }

    public void count(CommissionMetric metric, String tag, String of) {
        registry.counter(metric.getName(), tag, of).increment();
    }
}
