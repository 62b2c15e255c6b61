package io.xinqun.local.bench;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/// What a topic really carries: the bytes of one record of each topic, one after the other.
final class Published {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Published() {}

    static byte[] of(String kafka, String... topics) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", kafka),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())) {
            for (String topic : topics) {
                bytes.writeBytes(first(consumer, topic).value());
            }
        }
        return bytes.toByteArray();
    }

    private static ConsumerRecord<String, byte[]> first(
            KafkaConsumer<String, byte[]> consumer, String topic) {
        List<TopicPartition> partitions =
                consumer.partitionsFor(topic).stream()
                        .map(info -> new TopicPartition(topic, info.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        ConsumerRecords<String, byte[]> records = consumer.poll(PATIENCE);
        if (records.isEmpty()) {
            throw new IllegalStateException("nothing was published on " + topic);
        }
        return records.iterator().next();
    }
}
