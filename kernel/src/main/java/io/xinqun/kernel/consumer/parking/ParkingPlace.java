package io.xinqun.kernel.consumer.parking;

import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/// Where a consumer group keeps the records whose cause is not known yet. Durable when a method
/// returns.
///
/// State: parking the same record again changes nothing; the records of a key stay in the order of
/// their offsets.
public interface ParkingPlace {

    void park(ConsumerRecord<String, byte[]> record, String reason);

    /// The keys that wait in a partition.
    Set<ParkedKey> keys(TopicPartition partition);

    /// The first records of a key, in order.
    List<ParkedRecord> first(ParkedKey key, int limit);

    void remove(String id);
}
