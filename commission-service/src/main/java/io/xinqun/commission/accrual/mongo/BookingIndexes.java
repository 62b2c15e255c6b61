package io.xinqun.commission.accrual.mongo;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import org.bson.Document;
import reactor.core.publisher.Mono;

/// The indexes of the collection `bookings`: what is open, and what was closed lately.
public final class BookingIndexes {

    private BookingIndexes() {}

    public static Mono<Void> create(MongoDatabase database) {
        MongoCollection<Document> bookings = database.getCollection(BookingDocument.COLLECTION);
        IndexOptions sparse = new IndexOptions().sparse(true);
        return Mono.from(bookings.createIndex(new Document(BookingDocument.OPEN, 1), sparse))
                .then(
                        Mono.from(
                                bookings.createIndex(
                                        new Document(BookingDocument.CLOSED, 1), sparse)))
                .then();
    }
}
