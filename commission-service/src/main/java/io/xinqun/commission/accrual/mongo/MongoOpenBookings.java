package io.xinqun.commission.accrual.mongo;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.xinqun.commission.accrual.followup.OpenBooking;
import io.xinqun.commission.accrual.followup.OpenBooking.PendingEntry;
import io.xinqun.commission.accrual.followup.OpenBookings;
import io.xinqun.kernel.money.Fen;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Open bookings, found by their sparse indexes on `open` and `closed`.
public final class MongoOpenBookings implements OpenBookings {

    private static final Date EVER = Date.from(Instant.EPOCH);

    private final MongoCollection<Document> collection;

    public MongoOpenBookings(MongoDatabase database) {
        this.collection = database.getCollection(BookingDocument.COLLECTION);
    }

    @Override
    public Flux<OpenBooking> open() {
        return find(BookingDocument.OPEN, EVER);
    }

    /// Open ones first: a booking that closes between the two reads is seen twice, never missed.
    @Override
    public Flux<OpenBooking> openSince(Instant since) {
        return Flux.concat(open(), find(BookingDocument.CLOSED, Date.from(since)))
                .distinct(OpenBooking::id);
    }

    @Override
    public Mono<Long> count() {
        Document open = new Document(BookingDocument.OPEN, new Document("$gte", EVER));
        return Mono.from(collection.countDocuments(open));
    }

    @Override
    public Mono<Long> close(List<String> ids, Instant at) {
        Document change =
                new Document("$set", new Document(BookingDocument.CLOSED, Date.from(at)))
                        .append("$unset", new Document(BookingDocument.OPEN, ""));
        return Mono.from(
                        collection.updateMany(
                                new Document("_id", new Document("$in", ids)), change))
                .map(result -> result.getModifiedCount());
    }

    private Flux<OpenBooking> find(String field, Date from) {
        return Flux.from(
                        collection
                                .find(new Document(field, new Document("$gte", from)))
                                .sort(new Document(field, 1))
                                .projection(new Document("outbox", 0)))
                .map(MongoOpenBookings::booking);
    }

    private static OpenBooking booking(Document document) {
        return new OpenBooking(
                document.getString("_id"),
                document.getBoolean(BookingDocument.COMPLETE),
                document.getDate(BookingDocument.AT).toInstant(),
                document.getList(BookingDocument.ENTRIES, Document.class).stream()
                        .map(MongoOpenBookings::entry)
                        .toList());
    }

    private static PendingEntry entry(Document document) {
        return new PendingEntry(
                document.getString("id"),
                document.getString("slotKey"),
                Fen.of(document.get(BookingDocument.DEPOSIT, Number.class).longValue()));
    }
}
