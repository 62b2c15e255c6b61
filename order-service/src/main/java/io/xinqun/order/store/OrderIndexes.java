package io.xinqun.order.store;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.xinqun.order.order.Orders.Deadline;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import reactor.core.publisher.Mono;

/// The indexes of the orders. The shard key is `_id` (hashed); no other key is unique.
///
/// Shape: the deadlines are sparse, so an order costs an entry only while something is due.
final class OrderIndexes {

    private OrderIndexes() {}

    static String field(Deadline deadline) {
        return switch (deadline) {
            case RESEND -> "resendAt";
            case EXPIRY -> "expiresAt";
            case QUERY -> "queryAt";
            case REFUND -> "refundAt";
        };
    }

    static Mono<Void> create(MongoCollection<Document> orders) {
        IndexModel ofBuyer =
                new IndexModel(
                        new Document("buyer", 1).append("placedAt", -1).append("_id", -1),
                        new IndexOptions().name("buyer"));
        List<IndexModel> all =
                Stream.concat(
                                Stream.of(ofBuyer),
                                Stream.of(Deadline.values()).map(OrderIndexes::deadline))
                        .toList();
        return Mono.from(orders.createIndexes(all)).then();
    }

    private static IndexModel deadline(Deadline deadline) {
        String field = field(deadline);
        return new IndexModel(new Document(field, 1), new IndexOptions().name(field).sparse(true));
    }
}
