package io.xinqun.kernel.autoconfigure;

import io.xinqun.kernel.consumer.EventConsumer;
import io.xinqun.kernel.consumer.EventConsumers;
import io.xinqun.kernel.consumer.RecordSubscription;
import io.xinqun.kernel.consumer.Subscription;
import io.xinqun.kernel.event.TopicDeclarations;
import io.xinqun.kernel.event.TopicSpec;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;

/// Declares the program's topics and runs its subscriptions while the application runs: started
/// before the web server, so that who waits for an outcome gets it, and stopped after it.
final class SubscriptionLifecycle implements SmartLifecycle {

    /// Lower than the web server's phases, which end 2,048 before the default.
    private static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 4_096;

    private final EventConsumers consumers;
    private final TopicDeclarations topics;
    private final Declared declared;
    private final boolean autoStart;
    private final List<EventConsumer> running = new ArrayList<>();

    SubscriptionLifecycle(
            EventConsumers consumers,
            TopicDeclarations topics,
            Declared declared,
            boolean autoStart) {
        this.consumers = consumers;
        this.topics = topics;
        this.declared = declared;
        this.autoStart = autoStart;
    }

    /// What the program declares as beans.
    record Declared(
            ObjectProvider<TopicSpec> topics,
            ObjectProvider<Subscription> events,
            ObjectProvider<RecordSubscription> records) {}

    @Override
    public void start() {
        declared.topics.orderedStream().forEach(topics::declare);
        declared.events.orderedStream().map(consumers::start).forEach(running::add);
        declared.records.orderedStream().map(consumers::start).forEach(running::add);
    }

    @Override
    public void stop() {
        running.forEach(EventConsumer::close);
        running.clear();
    }

    @Override
    public boolean isRunning() {
        return running.stream().anyMatch(EventConsumer::isRunning);
    }

    @Override
    public boolean isAutoStartup() {
        return autoStart;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
