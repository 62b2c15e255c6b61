package io.xinqun.order.store;

import com.mongodb.client.model.Projections;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.xinqun.kernel.outbox.Outbox;
import io.xinqun.order.order.OrderState.Name;
import io.xinqun.order.order.Orders.Answer;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Gives one answer of the stock's owner to many orders with one statement.
///
/// Shape: only for orders that are as they were inserted, with one unit: for these everything that
/// is written is the same.
final class OrderAnswers {

    /// As inserted: one write, one event. The answer is the second of both.
    private static final long FRESH = 1;

    private static final long ANSWERED = 2;

    private final MongoCollection<Document> collection;
    private final OrderOutgoing outgoing;
    private final Outbox outbox;

    OrderAnswers(MongoCollection<Document> collection, OrderOutgoing outgoing, Outbox outbox) {
        this.collection = collection;
        this.outgoing = outgoing;
        this.outbox = outbox;
    }

    Mono<List<String>> answer(Answer answer, List<String> orderIds, Instant now) {
        Document filter =
                new Document("_id", new Document("$in", orderIds))
                        .append("state", Name.PLACING.code())
                        .append("version", FRESH)
                        .append("units", 1);
        return Mono.from(collection.updateMany(filter, update(answer, now)))
                .thenMany(Flux.defer(() -> answered(answer, orderIds)))
                .doOnNext(outbox::written)
                .map(each -> each.getString("_id"))
                .collectList();
    }

    /// Read back, because one statement tells only how many moved; and the outbox as it is now is
    /// needed for its order.
    private Flux<Document> answered(Answer answer, List<String> orderIds) {
        Document filter =
                new Document("_id", new Document("$in", orderIds))
                        .append("state", state(answer).code());
        return Flux.from(
                collection
                        .find(filter)
                        .projection(Projections.include("_id", Outbox.FIELD, Outbox.TRACEPARENT)));
    }

    private Document update(Answer answer, Instant now) {
        Document milestone =
                new Document("sequence", ANSWERED)
                        .append("state", state(answer).code())
                        .append("at", Date.from(now));
        Document set =
                new Document("state", state(answer).code())
                        .append("version", ANSWERED)
                        .append("sequence", ANSWERED);
        Document unset = new Document("resendAt", "");
        if (answer == Answer.HELD) {
            set.append("reservation.holds.0.held", true);
        } else {
            unset.append("expiresAt", "");
        }
        return new Document("$set", set)
                .append("$unset", unset)
                .append(
                        "$push",
                        new Document("milestones", milestone)
                                .append(
                                        Outbox.FIELD,
                                        outgoing.template(answer, ANSWERED, now).toDocument()));
    }

    static Name state(Answer answer) {
        return answer == Answer.HELD ? Name.AWAITING_PAYMENT : Name.REFUSED;
    }
}
