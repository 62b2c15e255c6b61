package io.xinqun.catalog.configuration;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.xinqun.catalog.CatalogMetric;
import io.xinqun.catalog.feed.FeedMeter;
import io.xinqun.catalog.feed.item.FeedOutcome;
import java.util.EnumMap;
import java.util.Map;

/// Counts the items of feeds.
final class FeedCounters implements FeedMeter {

    private final Map<FeedOutcome, Counter> counters = new EnumMap<>(FeedOutcome.class);

    FeedCounters(MeterRegistry registry) {
        for (FeedOutcome outcome : FeedOutcome.values()) {
            counters.put(
                    outcome,
                    registry.counter(
                            CatalogMetric.FEED_ITEMS.getName(),
                            CatalogMetric.FEED_ITEMS.tags(outcome.code())));
        }
    }

    @Override
    public void met(FeedOutcome outcome) {
        Counter counter = counters.get(outcome);
        if (counter != null) {
            counter.increment();
        }
    }
}
