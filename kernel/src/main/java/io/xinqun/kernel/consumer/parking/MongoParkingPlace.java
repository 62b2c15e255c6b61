package io.xinqun.kernel.consumer.parking;

import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.xinqun.kernel.identity.Ids;
import io.xinqun.kernel.mongo.BlockingMongo;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/// The parking place in the program's own database: collection `parked`, one document per record.
///
/// State: the id is derived from group, place and time of the record, so a replay parks it once and
/// a recreated topic does not meet its predecessor.
public final class MongoParkingPlace implements ParkingPlace {

    private static final String COLLECTION = "parked";

    private final MongoCollection<Document> parked;
    private final String group;
    private final Clock clock;

    public MongoParkingPlace(MongoDatabase database, String group, Clock clock) {
        this.parked = database.getCollection(COLLECTION);
        this.group = group;
        this.clock = clock;
    }

    /// Creates the index that every look-up here uses.
    public static void createIndex(MongoDatabase database) {
        Document order =
                new Document("group", 1)
                        .append("topic", 1)
                        .append("partition", 1)
                        .append("key", 1)
                        .append("offset", 1);
        BlockingMongo.first(database.getCollection(COLLECTION).createIndex(order));
    }

    @Override
    public void park(ConsumerRecord<String, byte[]> record, String reason) {
        Document content =
                of(ParkedKey.of(record))
                        .append("offset", record.offset())
                        .append("timestamp", record.timestamp())
                        .append("recordKey", record.key())
                        .append("value", record.value() == null ? null : new Binary(record.value()))
                        .append("headers", headers(record))
                        .append("reason", reason)
                        .append("parkedAt", Date.from(clock.instant()));
        BlockingMongo.first(
                parked.updateOne(
                        new Document("_id", idOf(record)),
                        new Document("$setOnInsert", content),
                        new UpdateOptions().upsert(true)));
    }

    @Override
    public Set<ParkedKey> keys(TopicPartition partition) {
        Document filter =
                new Document("group", group)
                        .append("topic", partition.topic())
                        .append("partition", partition.partition());
        Set<ParkedKey> keys = new HashSet<>();
        for (Document found :
                BlockingMongo.all(parked.find(filter).projection(new Document("key", 1)))) {
            keys.add(
                    new ParkedKey(
                            partition.topic(), partition.partition(), found.getString("key")));
        }
        return keys;
    }

    @Override
    public List<ParkedRecord> first(ParkedKey key, int limit) {
        List<ParkedRecord> records = new ArrayList<>();
        for (Document found :
                BlockingMongo.all(
                        parked.find(of(key)).sort(new Document("offset", 1)).limit(limit))) {
            records.add(new ParkedRecord(found.getString("_id"), record(found)));
        }
        return records;
    }

    @Override
    public void remove(String id) {
        BlockingMongo.first(parked.deleteOne(new Document("_id", id)));
    }

    private Document of(ParkedKey key) {
        return new Document("group", group)
                .append("topic", key.topic())
                .append("partition", key.partition())
                .append("key", key.key());
    }

    private String idOf(ConsumerRecord<String, byte[]> record) {
        return Ids.derived(
                "parked",
                group,
                record.topic(),
                Integer.toString(record.partition()),
                Long.toString(record.offset()),
                Long.toString(record.timestamp()));
    }

    private static List<Document> headers(ConsumerRecord<String, byte[]> record) {
        List<Document> headers = new ArrayList<>();
        record.headers()
                .forEach(header ->
                        headers.add(
                                new Document("name", header.key())
                                        .append("value", binary(header.value()))));
        return headers;
    }

    private static ConsumerRecord<String, byte[]> record(Document found) {
        RecordHeaders headers = new RecordHeaders();
        for (Document header : found.getList("headers", Document.class)) {
            headers.add(header.getString("name"), bytes(header.get("value", Binary.class)));
        }
        byte[] value = bytes(found.get("value", Binary.class));
        return new ConsumerRecord<>(
                found.getString("topic"),
                found.getInteger("partition"),
                found.getLong("offset"),
                found.getLong("timestamp"),
                TimestampType.CREATE_TIME,
                ConsumerRecord.NULL_SIZE,
                value == null ? ConsumerRecord.NULL_SIZE : value.length,
                found.getString("recordKey"),
                value,
                headers,
                Optional.empty());
    }

    private static @Nullable Binary binary(byte @Nullable [] bytes) {
        return bytes == null ? null : new Binary(bytes);
    }

    private static byte @Nullable [] bytes(@Nullable Binary binary) {
        return binary == null ? null : binary.getData();
    }
}
