package io.xinqun.local.story.records;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/// Makes bad records out of a right one.
///
/// Shape: the headers of events are those of CloudEvents in binary mode.
final class Spoiling {
    private static final byte[] NO_JSON = "这不是 JSON".getBytes(StandardCharsets.UTF_8);
    private static final int LONG = 100_000;

    private Spoiling() {}

    /// The record for one partition; empty where the flaw is one of other topics.
    static Optional<ProducerRecord<String, byte[]>> of(
            Flaw flaw, ConsumerRecord<String, byte[]> right, int partition) {
        byte[] value = right.value();
        return switch (flaw) {
            case NOT_JSON -> valued(right, partition, NO_JSON);
            case CUT_OFF -> valued(right, partition, Arrays.copyOf(value, value.length / 2));
            case EMPTY -> valued(right, partition, new byte[0]);
            case NOTHING -> valued(right, partition, "null".getBytes(StandardCharsets.UTF_8));
            case MISSING -> valued(right, partition, "{}".getBytes(StandardCharsets.UTF_8));
            case NO_ENVELOPE ->
                    Optional.of(new ProducerRecord<>(right.topic(), partition, right.key(), value));
            case WRONG_ENVELOPE -> headed(right, partition, "ce_sequence", "two");
            case IMPOSSIBLE_TIME ->
                    headed(right, partition, "ce_time", "+999999999-12-31T23:59:59Z");
            case UNKNOWN_TYPE -> headed(right, partition, "ce_type", "weather.changed.v1");
            case UNKNOWN_VERSION -> headed(right, partition, "ce_type", later(right));
            case WRONG_KEY -> keyed(right, partition, "somebody-else", value);
            case LONG_KEY -> keyed(right, partition, "k".repeat(LONG), NO_JSON);
            case TOMBSTONE -> keyed(right, partition, right.key(), null);
            case OVERSIZED, FOREIGN_SUPPLIER -> Optional.empty();
        };
    }

    /// No JSON, with so many bytes.
    static ProducerRecord<String, byte[]> large(
            ConsumerRecord<String, byte[]> right, int partition, int bytes) {
        byte[] value = new byte[bytes];
        Arrays.fill(value, (byte) '{');
        return new ProducerRecord<>(right.topic(), partition, right.key(), value, headers(right));
    }

    private static Optional<ProducerRecord<String, byte[]>> valued(
            ConsumerRecord<String, byte[]> right, int partition, byte[] value) {
        return keyed(right, partition, right.key(), value);
    }

    private static Optional<ProducerRecord<String, byte[]>> headed(
            ConsumerRecord<String, byte[]> right, int partition, String name, String value) {
        Optional<ProducerRecord<String, byte[]>> same = valued(right, partition, right.value());
        same.ifPresent(record ->
                record.headers().remove(name).add(name, value.getBytes(StandardCharsets.UTF_8)));
        return same;
    }

    private static String later(ConsumerRecord<String, byte[]> right) {
        String type =
                new String(right.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8);
        return type.substring(0, type.lastIndexOf('.')) + ".v99";
    }

    private static Optional<ProducerRecord<String, byte[]>> keyed(
            ConsumerRecord<String, byte[]> right,
            int partition,
            String key,
            byte @Nullable [] value) {
        return Optional.of(
                new ProducerRecord<>(right.topic(), partition, key, value, headers(right)));
    }

    private static Headers headers(ConsumerRecord<String, byte[]> right) {
        return new RecordHeaders(right.headers());
    }
}
