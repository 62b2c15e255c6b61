package io.xinqun.commission.accrual.mongo;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.xinqun.commission.ledger.sold.SoldOrder;
import org.bson.Document;
import reactor.core.publisher.Mono;

/// Paid orders as their bookings tell of them.
public final class BookedOrders {

    private final MongoCollection<Document> bookings;

    public BookedOrders(MongoDatabase database) {
        this.bookings = database.getCollection(BookingDocument.COLLECTION);
    }

    /// Empty when there is no booking, or none that says what was sold.
    public Mono<SoldOrder> find(String orderId) {
        return Mono.from(bookings.find(new Document("_id", orderId)).limit(1))
                .mapNotNull(found -> found.get(SoldDocument.FIELD, Document.class))
                .map(SoldDocument::order);
    }
}
