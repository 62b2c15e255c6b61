package io.xinqun.kernel.consumer.poll;

import io.xinqun.kernel.consumer.ConsumerMeters;
import io.xinqun.kernel.consumer.NotKnownYet;
import io.xinqun.kernel.consumer.PoisonMessage;
import io.xinqun.kernel.consumer.deadletter.DeadLetters;
import io.xinqun.kernel.consumer.parking.ParkedKey;
import io.xinqun.kernel.consumer.parking.ParkedRecord;
import io.xinqun.kernel.consumer.parking.ParkingPlace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The way of a record: handled, parked behind its key, or dead. Anything else is an infrastructure
/// error and goes up, so that the record comes again.
final class RecordFlow implements Flow {

    private static final Logger LOG = LoggerFactory.getLogger(RecordFlow.class);

    /// So many records of one key are released before others get their turn.
    private static final int RELEASE_BATCH = 100;

    /// Releasing may hold up fresh records for so long.
    private static final Duration RELEASE_BUDGET = Duration.ofSeconds(2);

    private final Dispatch dispatch;
    private final ParkingPlace place;
    private final ParkedKeys parked;
    private final DeadLetters dead;
    private final ConsumerMeters meters;
    private final Clock clock;

    /// After a batch failed, its records are taken one by one up to this offset.
    private final Map<TopicPartition, Long> aloneUntil = new HashMap<>();

    RecordFlow(Dispatch dispatch, ParkedKeys parked, FlowPlaces places, Clock clock) {
        this.dispatch = dispatch;
        this.parked = parked;
        this.place = places.parking();
        this.dead = places.dead();
        this.meters = places.meters();
        this.clock = clock;
    }

    /// Where records go that cannot be handled now, or never.
    record FlowPlaces(ParkingPlace parking, DeadLetters dead, ConsumerMeters meters) {}

    @Override
    public int take(List<ConsumerRecord<String, byte[]>> records, int from) {
        ConsumerRecord<String, byte[]> record = records.get(from);
        int together = takeTogether(records, from);
        if (together > 0) {
            return together;
        }
        takeAlone(record);
        return 1;
    }

    private int takeTogether(List<ConsumerRecord<String, byte[]>> records, int from) {
        ConsumerRecord<String, byte[]> first = records.get(from);
        TopicPartition partition = new TopicPartition(first.topic(), first.partition());
        if (first.offset() <= aloneUntil.getOrDefault(partition, -1L)) {
            return 0;
        }
        int end = from;
        while (end < records.size()
                && dispatch.areOfOneBatch(first, records.get(end))
                && !parked.contains(ParkedKey.of(records.get(end)))) {
            end++;
        }
        if (end - from < 2) {
            return 0;
        }
        try {
            dispatch.handleAll(records.subList(from, end));
            meters.handled(end - from);
            return end - from;
        } catch (RuntimeException oneOfThem) {
            LOG.debug("{}: a batch failed, one by one now", meters.group(), oneOfThem);
            aloneUntil.put(partition, records.get(end - 1).offset());
            return 0;
        }
    }

    private void takeAlone(ConsumerRecord<String, byte[]> record) {
        ParkedKey key = ParkedKey.of(record);
        if (parked.contains(key)) {
            place.park(record, "behind an earlier record of its key");
            meters.parked();
            return;
        }
        try {
            dispatch.handle(record);
            meters.handled(1);
        } catch (NotKnownYet missing) {
            place.park(record, missing.what());
            parked.add(key);
            meters.parked();
        } catch (PoisonMessage poison) {
            dead.bury(record, poison);
        }
    }

    @Override
    public void release() {
        Instant end = clock.instant().plus(RELEASE_BUDGET);
        try {
            for (ParkedKey key : parked.due()) {
                release(key);
                if (clock.instant().isAfter(end)) {
                    return;
                }
            }
        } catch (RuntimeException outage) {
            meters.retried();
            LOG.warn("{}: parked records wait: {}", meters.group(), outage.toString());
        }
    }

    private void release(ParkedKey key) {
        // Before anything can fail: an outage must not be met again at once.
        parked.tryLater(key);
        List<ParkedRecord> records = place.first(key, RELEASE_BATCH);
        for (ParkedRecord waiting : records) {
            try {
                dispatch.handle(waiting.record());
                meters.released();
            } catch (NotKnownYet still) {
                return;
            } catch (PoisonMessage poison) {
                dead.bury(waiting.record(), poison);
            }
            place.remove(waiting.id());
        }
        parked.remove(key);
        if (records.size() == RELEASE_BATCH) {
            parked.add(key);
        }
    }

    @Override
    public void assigned(Collection<TopicPartition> partitions) {
        parked.assigned(partitions);
    }

    @Override
    public void revoked(Collection<TopicPartition> partitions) {
        parked.revoked(partitions);
        aloneUntil.keySet().removeAll(partitions);
    }
}
