package io.xinqun.kernel.event;

import java.time.Duration;

/// A topic that this program owns. Declared as a bean, it is created at start when it is missing;
/// an existing topic is left as it is.
///
/// Shape: `partitions` at least 1; `retention` is how long records are kept ([Cleanup#DELETE]) or
/// how long a tombstone stays readable ([Cleanup#COMPACT]).
public record TopicSpec(String name, int partitions, Cleanup cleanup, Duration retention) {

    public TopicSpec {
        if (partitions < 1) {
            throw new IllegalArgumentException("a topic has at least one partition: " + name);
        }
        if (!retention.isPositive()) {
            throw new IllegalArgumentException("a topic keeps its records for a while: " + name);
        }
    }
}
