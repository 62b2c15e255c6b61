package io.xinqun.kernel.consumer;

import java.util.List;

/// A [Subscription] to records as they are, for topics that carry no events of ours. Declared as a
/// bean, it runs while the application runs.
public record RecordSubscription(
        String group, List<String> topics, RecordHandler handler, int concurrency) {

    public RecordSubscription {
        topics = List.copyOf(topics);
        Subscription.check(group, topics, concurrency);
    }
}
