package io.xinqun.kernel.consumer;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What a consumer group listens to and who handles it. Declared as a bean, it runs while the
/// application runs.
///
/// Shape: 1..n topics and handlers (names without the deployment's prefix); no event type has two
/// handlers; `concurrency` 1..32 threads, each with partitions of its own. `gather` is how long
/// records may lie at the broker so that more of them come at once: zero where somebody waits for
/// the effect.
public record Subscription(
        String group,
        List<String> topics,
        List<EventHandler> handlers,
        int concurrency,
        Duration gather) {

    /// More threads than this belong into another instance.
    private static final int MAXIMUM_CONCURRENCY = 32;

    public Subscription(
            String group, List<String> topics, List<EventHandler> handlers, int concurrency) {
        this(group, topics, handlers, concurrency, Duration.ZERO);
    }

    public Subscription {
        topics = List.copyOf(topics);
        handlers = List.copyOf(handlers);
        check(group, topics, concurrency);
        if (handlers.isEmpty()) {
            throw new IllegalArgumentException("nobody handles what " + group + " hears");
        }
        requireOneHandlerPerType(handlers);
    }

    static void check(String group, List<String> topics, int concurrency) {
        if (group.isBlank() || topics.isEmpty()) {
            throw new IllegalArgumentException("a subscription has a group and topics");
        }
        if (concurrency < 1 || concurrency > MAXIMUM_CONCURRENCY) {
            throw new IllegalArgumentException("concurrency is 1 to 32: " + concurrency);
        }
    }

    private static void requireOneHandlerPerType(List<EventHandler> handlers) {
        Set<String> seen = new HashSet<>();
        for (EventHandler handler : handlers) {
            for (String type : handler.types()) {
                if (!seen.add(type)) {
                    throw new IllegalArgumentException("two handlers for " + type);
                }
            }
        }
    }
}
