package io.xinqun.kernel.consumer.poll;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One consumer thread: reads, hands over in order, commits some time after the effect.
///
/// State: a partition whose record fails is set back to that record and pauses; it is never
/// committed past it. The thread never stays away from its poll for longer than the batch budget
/// plus one record, so the group does not take it for dead. Errors: whatever the client itself
/// throws ends this client, and a new one joins after a pause; the thread lives until it is
/// stopped.
final class ConsumerLoop implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(ConsumerLoop.class);

    private static final Duration POLL = Duration.ofMillis(500);

    /// A fifth of max.poll.interval (5 min): the rest is for one slow record.
    private static final Duration BATCH_BUDGET = Duration.ofSeconds(60);

    private static final Duration REJOIN_PAUSE = Duration.ofSeconds(2);

    private final Supplier<Consumer<String, byte[]>> clients;
    private final List<String> topics;
    private final Supplier<Flow> flows;
    private final Function<Consumer<String, byte[]>, Positions> positions;
    private final Clock clock;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final AtomicReference<@Nullable Consumer<String, byte[]>> client =
            new AtomicReference<>();

    ConsumerLoop(Supplier<Consumer<String, byte[]>> clients, List<String> topics, LoopParts parts) {
        this.clients = clients;
        this.topics = topics;
        this.flows = parts.flows();
        this.positions = parts.positions();
        this.clock = parts.clock();
    }

    /// What each new client starts afresh with.
    record LoopParts(
            Supplier<Flow> flows,
            Function<Consumer<String, byte[]>, Positions> positions,
            Clock clock) {}

    @Override
    public void run() {
        while (!isStopped()) {
            try {
                serve();
            } catch (WakeupException stop) {
                LOG.debug("woken up to stop");
            } catch (RuntimeException failed) {
                LOG.warn("the consumer of {} starts again", topics, failed);
                pause();
            }
        }
    }

    /// Ends the thread after the record in hand.
    void stop() {
        stopped.countDown();
        Consumer<String, byte[]> running = client.get();
        if (running != null) {
            running.wakeup();
        }
    }

    private void serve() {
        try (Consumer<String, byte[]> consumer = clients.get()) {
            client.set(consumer);
            Flow flow = flows.get();
            Positions position = positions.apply(consumer);
            Watch watch = new Watch(flow, position);
            try {
                consumer.subscribe(topics, watch);
                while (!isStopped()) {
                    step(consumer, flow, position);
                }
            } finally {
                client.set(null);
                position.close();
                flow.revoked(watch.assigned);
            }
        }
    }

    /// One round; tests drive it.
    void step(Consumer<String, byte[]> consumer, Flow flow, Positions position) {
        position.resumeDue();
        ConsumerRecords<String, byte[]> records = consumer.poll(position.untilDue(POLL));
        position.lookAtLag();
        Instant end = clock.instant().plus(BATCH_BUDGET);
        for (TopicPartition partition : records.partitions()) {
            take(flow, position, records.records(partition), end);
        }
        try {
            position.commitIfDue();
        } catch (CommitFailedException removed) {
            LOG.warn("{} was taken for dead, somebody else repeats its records", topics);
        }
        flow.release();
    }

    private void take(
            Flow flow,
            Positions position,
            List<ConsumerRecord<String, byte[]>> records,
            Instant end) {
        TopicPartition partition =
                new TopicPartition(records.getFirst().topic(), records.getFirst().partition());
        int from = 0;
        while (from < records.size()) {
            long offset = records.get(from).offset();
            if (isStopped() || clock.instant().isAfter(end)) {
                position.later(partition, offset);
                return;
            }
            try {
                from += flow.take(records, from);
            } catch (RuntimeException outage) {
                position.failed(partition, offset);
                LOG.warn(
                        "record {} of {} is tried again: {}", offset, partition, outage.toString());
                LOG.debug("record {} of {} failed", offset, partition, outage);
                return;
            }
            position.done(partition, records.get(from - 1).offset() + 1);
        }
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }

    private void pause() {
        try {
            if (stopped.await(REJOIN_PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("stopped while pausing");
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            stopped.countDown();
        }
    }

    /// Watches which partitions are in hand.
    private static final class Watch implements ConsumerRebalanceListener {

        private final Flow flow;
        private final Positions position;
        private final Collection<TopicPartition> assigned = new HashSet<>();

        Watch(Flow flow, Positions position) {
            this.flow = flow;
            this.position = position;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            assigned.addAll(partitions);
            flow.assigned(partitions);
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            assigned.removeAll(partitions);
            flow.revoked(partitions);
            position.revoked(partitions);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            assigned.removeAll(partitions);
            flow.revoked(partitions);
            position.lost(partitions);
        }
    }
}
