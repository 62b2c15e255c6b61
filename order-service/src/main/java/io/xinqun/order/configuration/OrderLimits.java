package io.xinqun.order.configuration;

import java.time.Duration;

/// Numbers of this program that are no operator's business.
final class OrderLimits {

    /// As many instances as this can share the work of a topic.
    static final int PARTITIONS = 8;

    /// Longer than any consumer is away.
    static final Duration EVENTS_KEPT = Duration.ofDays(30);

    /// Half of the partitions per instance, so that two instances use them all.
    static final int OUTCOME_THREADS = 4;

    /// Read models are small and filled once; the rest of the time they hear little.
    static final int MODEL_THREADS = 2;

    private OrderLimits() {}
}
