package io.xinqun.commission.accrual.mongo;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.xinqun.kernel.mongo.BlockingMongo;
import java.util.List;
import org.bson.Document;

/// The indexes of the collection `bookings`: what is open, and what was closed lately.
public final class BookingIndexes {

    private BookingIndexes() {}

    /// Blocking; at start.
    public static void create(MongoDatabase database) {
        MongoCollection<Document> bookings = database.getCollection(BookingDocument.COLLECTION);
        for (String field : List.of(BookingDocument.OPEN, BookingDocument.CLOSED)) {
            BlockingMongo.first(
                    bookings.createIndex(new Document(field, 1), new IndexOptions().sparse(true)));
        }
    }
}
