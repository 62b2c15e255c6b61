package io.xinqun.kernel.consumer.poll;

import io.xinqun.kernel.consumer.parking.ParkedKey;
import io.xinqun.kernel.consumer.parking.ParkedRecord;
import io.xinqun.kernel.consumer.parking.ParkingPlace;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/// A parking place that survives a consumer, as the stored one does, and can be away.
final class ParkingInMemory implements ParkingPlace {

    private final Map<String, ConsumerRecord<String, byte[]>> records = new LinkedHashMap<>();
    private boolean away;

    void away(boolean isAway) {
        away = isAway;
    }

    int size() {
        return records.size();
    }

    @Override
    public void park(ConsumerRecord<String, byte[]> record, String reason) {
        answer();
        records.putIfAbsent(
                record.topic() + "-" + record.partition() + "-" + record.offset(), record);
    }

    @Override
    public Set<ParkedKey> keys(TopicPartition partition) {
        answer();
        return records.values().stream()
                .map(ParkedKey::of)
                .filter(key -> key.topicPartition().equals(partition))
                .collect(Collectors.toSet());
    }

    @Override
    public List<ParkedRecord> first(ParkedKey key, int limit) {
        answer();
        return records.entrySet().stream()
                .filter(entry -> ParkedKey.of(entry.getValue()).equals(key))
                .sorted(Comparator.comparing(entry -> entry.getValue().offset()))
                .limit(limit)
                .map(entry -> new ParkedRecord(entry.getKey(), entry.getValue()))
                .toList();
    }

    @Override
    public void remove(String id) {
        answer();
        records.remove(id);
    }

    private void answer() {
        if (away) {
            throw new IllegalStateException("the store is away");
        }
    }
}
