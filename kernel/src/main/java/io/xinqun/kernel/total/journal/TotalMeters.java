package io.xinqun.kernel.total.journal;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;

/// The meters of one set of totals.
public final class TotalMeters {

    /// Measures nothing.
    public static final TotalMeters NONE = new TotalMeters(new CompositeMeterRegistry(), "");

    private final MeterRegistry registry;
    private final String name;

    public TotalMeters(MeterRegistry registry, String name) {
        this.registry = registry;
        this.name = name;
    }

    void processed(int commands) {
        count(TotalMetric.COMMANDS, commands);
    }

    void lost(int appends) {
        count(TotalMetric.LOST, appends);
    }

    void appended(JournalEntry entry) {
        if (this == NONE) {
            return;
        }
        count(TotalMetric.ENTRIES, 1);
        String decisions = TotalMetric.DECISIONS.getName();
        entry.decisions()
                .forEach(decision ->
                        registry.counter(decisions, "totals", name, "outcome", decision.outcome())
                                .increment());
    }

    public void folded(int entries) {
        count(TotalMetric.FOLDED, entries);
    }

    /// `part` is `owner` or `folder`.
    public void failed(String part) {
        registry.counter(TotalMetric.FAILURES.getName(), "totals", name, "part", part).increment();
    }

    private void count(TotalMetric metric, int number) {
        if (this != NONE && number > 0) {
            registry.counter(metric.getName(), "totals", name).increment(number);
        }
    }
}
