package io.xinqun.local.story.records;

import io.xinqun.local.story.cast.FeedItem;
import io.xinqun.local.story.cast.FeedTopic;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;

/// Makes bad records of the feed topic, each signed as it is: what a supplier sends wrongly is the
/// supplier's own business.
record FeedSpoiling(
        FeedTopic own, FeedTopic foreign, String supplier, FeedItem item, String delivery) {
    private static final byte[] NO_JSON = "这不是 JSON".getBytes(StandardCharsets.UTF_8);
    private static final int LONG = 100_000;

    /// A line has at most 256 KiB.
    private static final int TOO_LONG = 300_000;

    Optional<ProducerRecord<String, byte[]>> of(Flaw flaw, int partition) {
        byte[] value = item.line().getBytes(StandardCharsets.UTF_8);
        return switch (flaw) {
            case NOT_JSON -> valued(partition, NO_JSON);
            case CUT_OFF -> valued(partition, Arrays.copyOf(value, value.length / 2));
            case EMPTY -> valued(partition, new byte[0]);
            case NOTHING -> valued(partition, "null".getBytes(StandardCharsets.UTF_8));
            case MISSING -> valued(partition, "{}".getBytes(StandardCharsets.UTF_8));
            case NO_ENVELOPE -> Optional.of(bare(own.signed(partition, key(), value, delivery)));
            case WRONG_ENVELOPE -> Optional.of(forged(partition, value));
            case WRONG_KEY -> signed(partition, supplier + "|SOMETHING-ELSE", value);
            case LONG_KEY -> signed(partition, supplier + "|" + "k".repeat(LONG), filled(TOO_LONG));
            case FOREIGN_SUPPLIER -> Optional.of(foreign.signed(partition, key(), value, delivery));
            case TOMBSTONE -> Optional.of(tombstone(partition));
            case OVERSIZED, IMPOSSIBLE_TIME, UNKNOWN_TYPE, UNKNOWN_VERSION -> Optional.empty();
        };
    }

    /// No JSON, with so many bytes.
    ProducerRecord<String, byte[]> large(int partition, int bytes) {
        return own.signed(partition, key(), filled(bytes), delivery);
    }

    private static byte[] filled(int bytes) {
        byte[] value = new byte[bytes];
        Arrays.fill(value, (byte) '{');
        return value;
    }

    private String key() {
        return supplier + "|" + item.supplierSku();
    }

    private Optional<ProducerRecord<String, byte[]>> valued(int partition, byte[] value) {
        return signed(partition, key(), value);
    }

    private Optional<ProducerRecord<String, byte[]>> signed(
            int partition, String key, byte[] value) {
        return Optional.of(own.signed(partition, key, value, delivery));
    }

    private static ProducerRecord<String, byte[]> bare(ProducerRecord<String, byte[]> signed) {
        return new ProducerRecord<>(
                signed.topic(), signed.partition(), signed.key(), signed.value());
    }

    private ProducerRecord<String, byte[]> forged(int partition, byte[] value) {
        ProducerRecord<String, byte[]> record = own.signed(partition, key(), value, delivery);
        byte[] none = "none".getBytes(StandardCharsets.UTF_8);
        record.headers().remove("feed-signature").add("feed-signature", none);
        return record;
    }

    private ProducerRecord<String, byte[]> tombstone(int partition) {
        ProducerRecord<String, byte[]> empty = own.signed(partition, key(), new byte[0], delivery);
        return new ProducerRecord<>(empty.topic(), partition, empty.key(), null, empty.headers());
    }
}
