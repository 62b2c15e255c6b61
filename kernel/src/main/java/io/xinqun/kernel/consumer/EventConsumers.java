package io.xinqun.kernel.consumer;

import java.util.ArrayList;
import java.util.List;

/// Starts consumer groups.
public final class EventConsumers {

    private final List<Subscription> started = new ArrayList<>();

    public EventConsumer start(Subscription subscription) {
        started.add(subscription);
        throw new UnsupportedOperationException(subscription.group());
    }
}
