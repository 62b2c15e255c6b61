package io.xinqun.local.bench;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/// What a topic really carries: the bytes of its first records, one after the other.
final class Published {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Published() {}

    static byte[] of(String kafka, String topic, int count) {
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", kafka),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())) {
            return first(consumer, topic, count);
        }
    }

    private static byte[] first(KafkaConsumer<String, byte[]> consumer, String topic, int count) {
        consumer.assign(
                consumer.partitionsFor(topic).stream()
                        .map(info -> new TopicPartition(topic, info.partition()))
                        .toList());
        consumer.seekToBeginning(consumer.assignment());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int read = 0;
        while (read < count) {
            ConsumerRecords<String, byte[]> records = consumer.poll(PATIENCE);
            if (records.isEmpty()) {
                throw new IllegalStateException("not enough was published on " + topic);
            }
            for (ConsumerRecord<String, byte[]> record : records) {
                if (read++ < count) {
                    bytes.writeBytes(record.value());
                }
            }
        }
        return bytes.toByteArray();
    }
}
