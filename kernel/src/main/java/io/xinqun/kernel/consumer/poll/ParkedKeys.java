package io.xinqun.kernel.consumer.poll;

import io.xinqun.kernel.consumer.ConsumerMeters;
import io.xinqun.kernel.consumer.KafkaSettings;
import io.xinqun.kernel.consumer.parking.ParkedKey;
import io.xinqun.kernel.consumer.parking.ParkingPlace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/// Which keys of the partitions in hand are parked, and when each is tried again. Only the thread
/// that reads a partition parks and releases its keys, so memory and store agree.
///
/// State: read from the store when a partition is first used, and every minute again: what an owner
/// left behind that did not know it was none any more is found too.
final class ParkedKeys {

    private static final Duration REREAD = Duration.ofMinutes(1);

    private final ParkingPlace place;
    private final KafkaSettings settings;
    private final Clock clock;
    private final ConsumerMeters meters;
    private final Map<ParkedKey, BackOff> keys = new HashMap<>();
    private final Map<TopicPartition, Instant> readAt = new HashMap<>();
    private final Set<TopicPartition> assigned = new HashSet<>();

    ParkedKeys(ParkingPlace place, KafkaSettings settings, Clock clock, ConsumerMeters meters) {
        this.place = place;
        this.settings = settings;
        this.clock = clock;
        this.meters = meters;
    }

    boolean contains(ParkedKey key) {
        read(key.topicPartition());
        return keys.containsKey(key);
    }

    void add(ParkedKey key) {
        if (keys.putIfAbsent(key, BackOff.first(settings.firstRelease(), clock.instant()))
                == null) {
            meters.parkedKeys(1);
        }
    }

    void remove(ParkedKey key) {
        if (keys.remove(key) != null) {
            meters.parkedKeys(-1);
        }
    }

    void tryLater(ParkedKey key) {
        keys.computeIfPresent(
                key, (same, before) -> before.next(settings.longestRelease(), clock.instant()));
    }

    List<ParkedKey> due() {
        assigned.forEach(this::read);
        Instant now = clock.instant();
        return keys.entrySet().stream()
                .filter(key -> key.getValue().isDue(now))
                .map(Map.Entry::getKey)
                .toList();
    }

    void assigned(Collection<TopicPartition> partitions) {
        assigned.addAll(partitions);
    }

    void revoked(Collection<TopicPartition> partitions) {
        assigned.removeAll(partitions);
        readAt.keySet().removeAll(partitions);
        List.copyOf(keys.keySet()).stream()
                .filter(key -> partitions.contains(key.topicPartition()))
                .forEach(this::remove);
    }

    private void read(TopicPartition partition) {
        Instant now = clock.instant();
        Instant last = readAt.get(partition);
        if (last == null || !now.isBefore(last.plus(REREAD))) {
            place.keys(partition).forEach(this::add);
            readAt.put(partition, now);
        }
    }
}
