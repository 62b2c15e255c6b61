package io.xinqun.kernel.consumer.poll;

import io.xinqun.kernel.consumer.ConsumerMeters;
import io.xinqun.kernel.consumer.KafkaSettings;
import io.xinqun.kernel.consumer.LagGauge;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.RetriableCommitFailedException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How far each partition in hand is done, and which ones pause after a failure.
///
/// State: an offset is committed only after the effect of every record before it, and not after
/// every batch: offsets are an economy, and a commit costs the broker as much as the records.
final class Positions {

    private static final Duration COMMIT_EVERY = Duration.ofMillis(250);

    private static final Logger LOG = LoggerFactory.getLogger(Positions.class);

    private final Consumer<String, byte[]> consumer;
    private final KafkaSettings settings;
    private final Clock clock;
    private final ConsumerMeters meters;
    private final Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();
    private final Map<TopicPartition, BackOff> paused = new HashMap<>();

    /// What the last failures said, so that the pause doubles until one succeeds.
    private final Map<TopicPartition, BackOff> failing = new HashMap<>();

    private final LagGauge lag;
    private Instant commitDue = Instant.MIN;

    Positions(
            Consumer<String, byte[]> consumer,
            KafkaSettings settings,
            Clock clock,
            ConsumerMeters meters) {
        this.consumer = consumer;
        this.settings = settings;
        this.clock = clock;
        this.meters = meters;
        this.lag = new LagGauge(meters);
    }

    void lookAtLag() {
        lag.look(consumer);
    }

    void done(TopicPartition partition, long next) {
        done.put(partition, new OffsetAndMetadata(next));
        failing.remove(partition);
    }

    /// The record at this offset comes again after a pause; the partitions beside it go on.
    void failed(TopicPartition partition, long offset) {
        meters.retried();
        Instant now = clock.instant();
        BackOff before = failing.get(partition);
        BackOff next =
                before == null
                        ? BackOff.first(settings.firstBackOff(), now)
                        : before.next(settings.longestBackOff(), now);
        failing.put(partition, next);
        consumer.seek(partition, offset);
        consumer.pause(Set.of(partition));
        if (paused.put(partition, next) == null) {
            meters.pausedPartitions(1);
        }
    }

    /// The record at this offset comes again with the next poll.
    void later(TopicPartition partition, long offset) {
        consumer.seek(partition, offset);
    }

    void resumeDue() {
        Instant now = clock.instant();
        for (Map.Entry<TopicPartition, BackOff> entry : Map.copyOf(paused).entrySet()) {
            if (entry.getValue().isDue(now)) {
                unpause(entry.getKey());
                consumer.resume(Set.of(entry.getKey()));
            }
        }
    }

    /// How long nothing is due, at most `longest`.
    Duration untilDue(Duration longest) {
        Instant now = clock.instant();
        Stream<Instant> resumes = paused.values().stream().map(BackOff::due);
        Stream<Instant> commits = done.isEmpty() ? Stream.empty() : Stream.of(commitDue);
        return Stream.concat(resumes, commits)
                .map(due -> due.isBefore(now) ? Duration.ZERO : Duration.between(now, due))
                .filter(wait -> wait.compareTo(longest) < 0)
                .min(Duration::compareTo)
                .orElse(longest);
    }

    void commitIfDue() {
        if (!clock.instant().isBefore(commitDue)) {
            commit();
        }
    }

    /// A commit that fails is made up for by the next one, or by whoever owns the partition then:
    /// that repeats records, and every effect is idempotent.
    private void commit() {
        if (done.isEmpty()) {
            return;
        }
        commitDue = clock.instant().plus(COMMIT_EVERY);
        try {
            consumer.commitSync(Map.copyOf(done));
            done.clear();
        } catch (RebalanceInProgressException
                | RetriableCommitFailedException
                | TimeoutException later) {
            LOG.info("{}: offsets are committed later: {}", meters.group(), later.toString());
        }
    }

    /// The partitions go to somebody else in good order.
    void revoked(Collection<TopicPartition> partitions) {
        try {
            commit();
        } finally {
            lost(partitions);
        }
    }

    /// The partitions are somebody else's already.
    void lost(Collection<TopicPartition> partitions) {
        partitions.forEach(done::remove);
        partitions.forEach(failing::remove);
        List.copyOf(paused.keySet()).stream().filter(partitions::contains).forEach(this::unpause);
    }

    void close() {
        List.copyOf(paused.keySet()).forEach(this::unpause);
        lag.forget();
    }

    private void unpause(TopicPartition partition) {
        if (paused.remove(partition) != null) {
            meters.pausedPartitions(-1);
        }
    }
}
