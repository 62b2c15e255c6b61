package io.xinqun.order.store;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.xinqun.kernel.outbox.Outbox;
import io.xinqun.kernel.outbox.Outboxes;
import io.xinqun.kernel.telemetry.TraceLog;
import io.xinqun.kernel.telemetry.Traces;
import io.xinqun.order.order.Change;
import io.xinqun.order.order.Milestone;
import io.xinqun.order.order.Order;
import io.xinqun.order.order.Orders;
import io.xinqun.order.order.Signals;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Orders in MongoDB: one document per order, every write one conditional step on it.
///
/// State: a step names the version that it was decided on; who loses decides again on the newer
/// form. Whoever waits for an order is told after the write.
public final class MongoOrders implements Orders {

    /// The collection of the orders.
    public static final String COLLECTION = "orders";

    /// So many parallel steps on one order are no life of an order; something is wrong then.
    private static final int MAXIMUM_DECISIONS = 50;

    private static final FindOneAndUpdateOptions AFTER =
            new FindOneAndUpdateOptions()
                    .sort(new Document("_id", 1))
                    .returnDocument(ReturnDocument.AFTER)
                    .projection(Projections.include("_id", Outbox.FIELD, Outbox.TRACEPARENT));

    private final MongoCollection<Document> collection;
    private final OrderInserts inserts;
    private final OrderAnswers answers;
    private final OrderOutgoing outgoing;
    private final Outbox outbox;
    private final Signals signals;

    public MongoOrders(
            MongoDatabase database, Outboxes outboxes, OrderOutgoing outgoing, Signals signals) {
        this.collection = database.getCollection(COLLECTION);
        this.outbox = outboxes.of(COLLECTION);
        this.inserts = new OrderInserts(collection);
        this.answers = new OrderAnswers(collection, outgoing, outbox);
        this.outgoing = outgoing;
        this.signals = signals;
    }

    public Mono<Void> createIndexes() {
        return OrderIndexes.create(collection);
    }

    @Override
    public Mono<Order> place(Change placed) {
        return Traces.within(() -> insert(placed));
    }

    private Mono<Order> insert(Change placed) {
        String trace = Traces.current();
        List<Document> entries = Outbox.documents(outgoing.entries(placed, trace));
        Order order = placed.order();
        return inserts.insert(whole(order, trace).append(Outbox.FIELD, entries))
                .filter(Boolean::booleanValue)
                .map(inserted -> {
                    outbox.written(order.id(), entries);
                    TraceLog.step(trace, "order {} placed", order.id());
                    return order;
                });
    }

    private static Document whole(Order order, @Nullable String trace) {
        Document document = OrderDocument.whole(order);
        return trace == null ? document : document.append(Outbox.TRACEPARENT, trace);
    }

    @Override
    public Mono<Order> find(String orderId) {
        return document(orderId).map(OrderDocument::order);
    }

    private Mono<Document> document(String orderId) {
        return Mono.from(collection.find(new Document("_id", orderId)).limit(1));
    }

    @Override
    public Mono<Order> change(String orderId, Function<Order, Optional<Change>> decision) {
        return change(orderId, decision, MAXIMUM_DECISIONS);
    }

    private Mono<Order> change(
            String orderId, Function<Order, Optional<Change>> decision, int left) {
        if (left == 0) {
            return Mono.error(new IllegalStateException("too many steps at once: " + orderId));
        }
        return document(orderId)
                .flatMap(document -> {
                    Placed before = Placed.of(document);
                    Optional<Change> change = decision.apply(before.order());
                    return change.isEmpty()
                            ? Mono.just(before.order())
                            : Traces.within(() -> write(before, change.get()))
                                    .switchIfEmpty(
                                            Mono.defer(() -> change(orderId, decision, left - 1)));
                });
    }

    /// An order and the trace in which it was placed.
    private record Placed(Order order, @Nullable String trace) {

        static Placed of(Document document) {
            return new Placed(
                    OrderDocument.order(document), document.getString(Outbox.TRACEPARENT));
        }
    }

    /// Empty when somebody else wrote first.
    private Mono<Order> write(Placed before, Change change) {
        Order order = before.order();
        Document filter = new Document("_id", order.id()).append("version", order.version());
        return Mono.from(collection.findOneAndUpdate(filter, update(before, change), AFTER))
                .map(after -> {
                    outbox.written(after);
                    tell(before, change.order());
                    return change.order();
                });
    }

    private void tell(Placed before, Order after) {
        if (before.order().state().name() != after.state().name()) {
            TraceLog.step(before.trace(), "order {} {}", after.id(), after.state().name().code());
            signals.moved(List.of(new Signals.Moved(after.id(), after.state().name())));
        }
    }

    private Document update(Placed before, Change change) {
        Document set = new Document();
        Document unset = new Document();
        OrderDocument.changing(change.order())
                .forEach((name, value) -> {
                    if (value == null) {
                        unset.append(name, "");
                    } else {
                        set.append(name, value);
                    }
                });
        Document push = new Document();
        List<Milestone> all = change.order().milestones();
        List<Milestone> reached = all.subList(before.order().milestones().size(), all.size());
        each(push, "milestones", OrderDocument.milestones(reached));
        each(push, Outbox.FIELD, Outbox.documents(outgoing.entries(change, before.trace())));
        Document update = new Document("$set", set).append("$unset", unset);
        return push.isEmpty() ? update : update.append("$push", push);
    }

    private static void each(Document push, String field, List<Document> values) {
        if (!values.isEmpty()) {
            push.append(field, new Document("$each", values));
        }
    }

    @Override
    public Flux<Order> ofBuyer(String buyer, @Nullable Position after, int limit) {
        Document filter = new Document("buyer", buyer);
        if (after != null) {
            Date at = Date.from(after.placedAt());
            filter.append(
                    "$or",
                    List.of(
                            new Document("placedAt", new Document("$lt", at)),
                            new Document("placedAt", at)
                                    .append("_id", new Document("$lt", after.orderId()))));
        }
        return Flux.from(
                        collection
                                .find(filter)
                                .sort(new Document("placedAt", -1).append("_id", -1))
                                .limit(limit))
                .map(OrderDocument::order);
    }

    @Override
    public Flux<String> due(Deadline deadline, Instant now, int limit) {
        String field = OrderIndexes.field(deadline);
        return Flux.from(
                        collection
                                .find(new Document(field, new Document("$lte", Date.from(now))))
                                .sort(new Document(field, 1))
                                .projection(Projections.include("_id"))
                                .limit(limit))
                .map(each -> each.getString("_id"));
    }

    @Override
    public Mono<List<String>> answerAll(Answer answer, List<String> orderIds, Instant now) {
        return answers.answer(answer, orderIds, now)
                .doOnNext(moved ->
                        signals.moved(
                                moved.stream()
                                        .map(each ->
                                                new Signals.Moved(each, OrderAnswers.state(answer)))
                                        .toList()));
    }
}
