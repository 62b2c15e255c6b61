package io.xinqun.catalog;

import io.xinqun.local.testing.Platform;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/// Reads a topic of the program under test from its start, until enough was seen.
final class Topic implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final long PATIENCE_NANOS = Duration.ofSeconds(60).toNanos();

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> seen = new ArrayList<>();

    Topic(String name) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", Platform.shared().kafka());
        settings.put("group.id", UUID.randomUUID().toString());
        settings.put("auto.offset.reset", "earliest");
        consumer =
                new KafkaConsumer<>(
                        settings, new StringDeserializer(), new ByteArrayDeserializer());
        consumer.subscribe(List.of(Platform.shared().kafkaPrefix(CatalogProgram.class) + name));
    }

    /// All records seen so far that fit, once there are so many; fewer when they do not come.
    List<ConsumerRecord<String, byte[]>> await(
            int count, Predicate<ConsumerRecord<String, byte[]>> fits) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (seen.stream().filter(fits).count() < count && System.nanoTime() < end) {
            consumer.poll(POLL).forEach(seen::add);
        }
        return seen.stream().filter(fits).toList();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
