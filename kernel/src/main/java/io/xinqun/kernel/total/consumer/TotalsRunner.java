package io.xinqun.kernel.total.consumer;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.xinqun.kernel.consumer.ConsumerMeters;
import io.xinqun.kernel.consumer.LagGauge;
import io.xinqun.kernel.consumer.deadletter.DeadLetters;
import io.xinqun.kernel.event.Cleanup;
import io.xinqun.kernel.event.KafkaNames;
import io.xinqun.kernel.event.TopicDeclarations;
import io.xinqun.kernel.event.TopicSpec;
import io.xinqun.kernel.total.Slots;
import io.xinqun.kernel.total.TotalsDefinition;
import io.xinqun.kernel.total.TotalsLimits;
import io.xinqun.kernel.total.journal.Folder;
import io.xinqun.kernel.total.journal.TotalMeters;
import io.xinqun.kernel.total.journal.Totals;
import io.xinqun.kernel.total.mongo.MongoJournalStore;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaOperations;

/// Runs the owners of all sets of totals of a program, each with its folder, from the start of the
/// application to its end.
public final class TotalsRunner implements SmartLifecycle {

    /// What one append can hold without coming near the 16 MB of a document.
    private static final int BATCH = 1_000;

    private final List<TotalsDefinition<?>> definitions;
    private final Broker broker;
    private final Ground ground;
    private final List<Running> running = new ArrayList<>();

    /// Where commands come from and outcomes go.
    public record Broker(
            ConsumerFactory<String, byte[]> consumers,
            KafkaOperations<String, byte[]> producer,
            KafkaNames names,
            TopicDeclarations topics,
            Duration deadLetterRetention) {}

    /// Where journals live and what everything stands on.
    public record Ground(MongoDatabase database, Clock clock, MeterRegistry registry) {}

    public TotalsRunner(List<TotalsDefinition<?>> definitions, Broker broker, Ground ground) {
        this.definitions = List.copyOf(definitions);
        this.broker = broker;
        this.ground = ground;
    }

    /// The consumer group of a set of totals, without the deployment's prefix.
    public static String groupOf(TotalsDefinition<?> definition) {
        return definition.name() + "-owner";
    }

    @Override
    public void start() {
        definitions.forEach(definition -> running.add(start(definition)));
    }

    private <P> Running start(TotalsDefinition<P> definition) {
        Slots slots = Slots.DEFAULT;
        TotalMeters meters = new TotalMeters(ground.registry(), definition.name());
        MongoJournalStore store =
                MongoJournalStore.open(ground.database(), definition.name(), slots.count());
        FoldingLoop folding =
                new FoldingLoop(definition.name(), new Folder(store), slots.count(), meters);
        Totals<P> totals =
                new Totals<>(store, definition.rule(), slots, TotalsLimits.DEFAULT)
                        .telling(folding::appended)
                        .measuredBy(meters);
        String group = broker.names().group(groupOf(definition));
        ConsumerMeters consuming = new ConsumerMeters(ground.registry(), groupOf(definition));
        broker.topics().declare(deadLetterTopic(definition));
        TotalsConsumer<P> consumer =
                new TotalsConsumer<>(
                        definition,
                        totals,
                        new TotalsConsumer.Ports(
                                consumer(group, definition.name()),
                                broker.producer(),
                                broker.names(),
                                deadLetters(consuming)::bury,
                                ground.clock(),
                                meters,
                                new LagGauge(consuming)));
        consumer.start();
        return new Running(consumer, folding);
    }

    /// Without it the first record that is no command would stop the owner for ever.
    private TopicSpec deadLetterTopic(TotalsDefinition<?> definition) {
        return new TopicSpec(
                DeadLetters.topicOf(groupOf(definition)),
                1,
                Cleanup.DELETE,
                broker.deadLetterRetention());
    }

    private DeadLetters deadLetters(ConsumerMeters consuming) {
        String topic = DeadLetters.topicOf(consuming.group());
        return new DeadLetters(broker.producer(), broker.names().topic(topic), consuming);
    }

    private Consumer<String, byte[]> consumer(String group, String name) {
        Properties settings = new Properties();
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, BATCH);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return broker.consumers().createConsumer(group, name, null, settings);
    }

    /// Consumers first: what they have begun is finished, and the folders fold what is left in the
    /// time that remains; the next start folds the rest.
    @Override
    public void stop() {
        running.forEach(one -> one.consumer().close());
        running.forEach(one -> one.folding().close());
        running.clear();
    }

    @Override
    public boolean isRunning() {
        return !running.isEmpty();
    }

    private record Running(TotalsConsumer<?> consumer, FoldingLoop folding) {}
}
