package io.xinqun.kernel.consumer.parking;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/// A key whose records wait in line.
///
/// Shape: a record without a key waits alone, under its offset.
public record ParkedKey(String topic, int partition, String key) {

    public static ParkedKey of(ConsumerRecord<String, byte[]> record) {
        String key = record.key() == null ? "offset " + record.offset() : record.key();
        return new ParkedKey(record.topic(), record.partition(), key);
    }

    public TopicPartition topicPartition() {
        return new TopicPartition(topic, partition);
    }
}
