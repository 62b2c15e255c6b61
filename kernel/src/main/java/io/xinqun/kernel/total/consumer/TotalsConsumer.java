package io.xinqun.kernel.total.consumer;

import io.xinqun.kernel.consumer.LagGauge;
import io.xinqun.kernel.event.KafkaNames;
import io.xinqun.kernel.telemetry.TraceLog;
import io.xinqun.kernel.total.Decision;
import io.xinqun.kernel.total.TotalsDefinition;
import io.xinqun.kernel.total.journal.TotalMeters;
import io.xinqun.kernel.total.journal.Totals;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaOperations;

/// Reads the commands of a set of totals in batches: decide (which makes them durable), publish all
/// outcomes, repeats too, then commit.
///
/// Shape: one thread with all of the instance's partitions; up to `max.poll.records` per batch.
/// Errors: what is no command goes to the dead letters; everything else is tried again for ever,
/// with back-off, polling meanwhile so that the group does not give us up. When partitions are
/// taken away, the batch is left to whoever has them next.
public final class TotalsConsumer<P> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TotalsConsumer.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration WAITING_POLL = Duration.ofMillis(50);
    private static final Duration FIRST_BACK_OFF = Duration.ofMillis(100);
    private static final Duration LAST_BACK_OFF = Duration.ofSeconds(10);
    private static final Duration FAREWELL = Duration.ofSeconds(10);

    private final TotalsDefinition<P> definition;
    private final Totals<P> totals;
    private final Ports ports;
    private final OutcomePublisher publisher;
    private final Thread thread;
    private volatile boolean closed;
    private boolean takenAway;

    /// What a consumer works with; it closes the Kafka consumer in the end.
    public record Ports(
            Consumer<String, byte[]> consumer,
            KafkaOperations<String, byte[]> producer,
            KafkaNames names,
            Graveyard deadLetters,
            Clock clock,
            TotalMeters meters,
            LagGauge lag) {}

    public TotalsConsumer(TotalsDefinition<P> definition, Totals<P> totals, Ports ports) {
        this.definition = definition;
        this.totals = totals;
        this.ports = ports;
        this.publisher =
                new OutcomePublisher(ports.producer(), ports.names(), definition.outcomes());
        this.thread =
                Thread.ofPlatform()
                        .daemon()
                        .name("owner of " + definition.name())
                        .unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    public boolean isRunning() {
        return thread.isAlive();
    }

    private void run() {
        try (Consumer<String, byte[]> consumer = ports.consumer()) {
            String topic = ports.names().topic(definition.topic());
            consumer.subscribe(List.of(topic), new Rebalance());
            while (!closed) {
                pollOnce();
            }
        } catch (WakeupException stopped) {
            LOG.debug("{} stops", definition.name());
        }
    }

    private void pollOnce() {
        try {
            ConsumerRecords<String, byte[]> records = ports.consumer().poll(POLL);
            ports.lag().look(ports.consumer());
            if (!records.isEmpty()) {
                work(records);
            }
        } catch (WakeupException stopped) {
            throw stopped;
        } catch (KafkaException failed) {
            LOG.warn("{} cannot read its commands", definition.name(), failed);
            pause(FIRST_BACK_OFF);
        }
    }

    private void work(ConsumerRecords<String, byte[]> records) {
        takenAway = false;
        Duration backOff = FIRST_BACK_OFF;
        CommandBatch<P> batch =
                new CommandBatch<>(records, definition.decoder(), ports.clock().instant());
        while (!attempt(batch)) {
            if (!waitInTheGroup(backOff)) {
                rewind(records);
                return;
            }
            backOff = backOff.multipliedBy(2);
            backOff = backOff.compareTo(LAST_BACK_OFF) > 0 ? LAST_BACK_OFF : backOff;
        }
        commit(batch.ends());
    }

    private boolean attempt(CommandBatch<P> batch) {
        try {
            batch.poison().forEach(ports.deadLetters()::bury);
            batch.poison().clear();
            List<Decision> decisions = totals.process(batch.commands());
            publisher.publish(decisions);
            decisions.forEach(this::trace);
            return true;
        } catch (WakeupException stopped) {
            throw stopped;
        } catch (RuntimeException failed) {
            ports.meters().failed("owner");
            LOG.warn("{} could not decide a batch and tries again", definition.name(), failed);
            return false;
        }
    }

    private void trace(Decision decision) {
        TraceLog.step(
                decision.traceparent(),
                "{} decided {}: {}",
                definition.name(),
                decision.commandId(),
                decision.outcome());
    }

    /// Offsets are only an economy: whoever reads these records again finds them decided.
    private void commit(Map<TopicPartition, OffsetAndMetadata> ends) {
        try {
            ports.consumer().commitSync(ends);
        } catch (WakeupException stopped) {
            throw stopped;
        } catch (KafkaException failed) {
            LOG.info("{} could not commit, commands may come again", definition.name(), failed);
        }
    }

    /// Answers whether the batch is still ours to try again.
    private boolean waitInTheGroup(Duration time) {
        Consumer<String, byte[]> consumer = ports.consumer();
        long end = System.nanoTime() + time.toNanos();
        while (!closed && !takenAway && System.nanoTime() < end) {
            consumer.pause(consumer.assignment());
            rewind(consumer.poll(WAITING_POLL));
        }
        consumer.resume(consumer.assignment());
        return !closed && !takenAway;
    }

    /// Records that were read and not worked off are read again, where they are still ours.
    private void rewind(Iterable<ConsumerRecord<String, byte[]>> records) {
        CommandBatch.starts(records)
                .forEach((partition, offset) -> {
                    if (ports.consumer().assignment().contains(partition)) {
                        ports.consumer().seek(partition, offset);
                    }
                });
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            if (thread.isAlive() && !thread.join(FAREWELL)) {
                ports.consumer().wakeup();
                thread.join(FAREWELL);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /// Memory of slots that somebody else owns now would only cost a lost append; it is dropped.
    private final class Rebalance implements ConsumerRebalanceListener {

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            if (!partitions.isEmpty()) {
                takenAway = true;
                totals.forgetAll();
            }
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            LOG.debug("{} owns {}", definition.name(), partitions);
        }
    }
}
