package io.xinqun.kernel.consumer;

import org.apache.kafka.clients.consumer.Consumer;

/// One thread's part of its group's lag. The client knows it from its last fetches, so asking costs
/// nothing.
public final class LagGauge {

    private final ConsumerMeters meters;
    private long shown;

    public LagGauge(ConsumerMeters meters) {
        this.meters = meters;
    }

    /// Shows what the client has not read of its partitions now.
    public void look(Consumer<?, ?> consumer) {
        show(
                consumer.assignment().stream()
                        .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
                        .sum());
    }

    /// The thread has no partitions any more.
    public void forget() {
        show(0);
    }

    private void show(long lag) {
        meters.lag(lag - shown);
        shown = lag;
    }
}
