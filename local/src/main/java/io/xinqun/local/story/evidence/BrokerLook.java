package io.xinqun.local.story.evidence;

import io.xinqun.local.launcher.status.BrokerReader;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/// Looks at the broker past all programs: what nobody has taken yet and what was set aside.
public final class BrokerLook implements AutoCloseable {

    /// A broker that has just come back on a busy machine gets its time.
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final BrokerReader broker;

    public BrokerLook(String kafka) {
        this.broker = new BrokerReader(kafka, PATIENCE);
    }

    /// Records that each group has not done yet; groups that have done all are left out.
    public Map<String, Long> lag() {
        return some(broker.read().groups(), group -> group.sum());
    }

    /// How many records each topic of dead letters has; empty ones are left out.
    public Map<String, Long> deadLetters() {
        return some(broker.read().deadLetters(), Long::longValue);
    }

    /// Which topics each group consumes: what it has taken from, and what is assigned to it.
    public Map<String, Set<String>> consumed() {
        return broker.consumed();
    }

    private static <T> Map<String, Long> some(Map<String, T> all, ToLongFunction<T> count) {
        Map<String, Long> some = new TreeMap<>();
        all.forEach((name, value) -> {
            if (count.applyAsLong(value) > 0) {
                some.put(name, count.applyAsLong(value));
            }
        });
        return some;
    }

    @Override
    public void close() {
        broker.close();
    }
}
