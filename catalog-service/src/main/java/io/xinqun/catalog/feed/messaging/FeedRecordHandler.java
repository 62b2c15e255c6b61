package io.xinqun.catalog.feed.messaging;

import io.xinqun.catalog.feed.FeedRecord;
import io.xinqun.catalog.feed.FeedRecord.Place;
import io.xinqun.catalog.feed.FeedRecord.Proof;
import io.xinqun.catalog.feed.ReceiveRecords;
import io.xinqun.catalog.feed.ReceiveRecords.Unproved;
import io.xinqun.kernel.consumer.PoisonMessage;
import io.xinqun.kernel.consumer.RecordHandler;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/// Listens to the feed topic. What a proved supplier sent wrongly is in his report; what nobody
/// proved to have sent is a dead letter with its reason.
public final class FeedRecordHandler implements RecordHandler {

    public static final String TOPIC = "supplier.feed.v1";

    private static final String KEY_ID = "feed-key";
    private static final String SIGNATURE = "feed-signature";
    private static final String DELIVERY = "delivery";

    /// Longer than the store's own time-outs, so that theirs speak first.
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ReceiveRecords receiveRecords;

    public FeedRecordHandler(ReceiveRecords receiveRecords) {
        this.receiveRecords = receiveRecords;
    }

    @Override
    public void handle(ConsumerRecord<String, byte[]> record) {
        if (record.key() == null || record.value() == null) {
            throw new PoisonMessage("empty-record", "a feed record has a key and a value");
        }
        List<Unproved> unproved = receiveRecords.handle(List.of(read(record))).block(PATIENCE);
        if (unproved != null && !unproved.isEmpty()) {
            throw new PoisonMessage(
                    unproved.getFirst().reason(), "no supplier is proved to have sent this");
        }
    }

    private static FeedRecord read(ConsumerRecord<String, byte[]> record) {
        return new FeedRecord(
                new Place(
                        record.partition(),
                        record.offset(),
                        Instant.ofEpochMilli(record.timestamp())),
                record.key(),
                record.value(),
                new Proof(header(record, KEY_ID), header(record, SIGNATURE)),
                header(record, DELIVERY));
    }

    private static @Nullable String header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null
                ? null
                : new String(header.value(), StandardCharsets.UTF_8);
    }
}
