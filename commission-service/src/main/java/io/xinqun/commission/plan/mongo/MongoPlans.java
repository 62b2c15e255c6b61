package io.xinqun.commission.plan.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.xinqun.commission.plan.Plan;
import io.xinqun.commission.plan.PlanEvents;
import io.xinqun.commission.plan.Plans;
import io.xinqun.kernel.outbox.Outbox;
import io.xinqun.kernel.telemetry.Traces;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Plans in MongoDB, the event in the same write.
///
/// Shape: `plans` by plan id; `plan-requests` by request id binds a request to its content.
public final class MongoPlans implements Plans {

    private static final String REQUESTS = "plan-requests";
    private static final String FINGERPRINT = "fingerprint";

    private final MongoCollection<Document> plans;
    private final MongoCollection<Document> requests;
    private final Outbox outbox;
    private final PlanEvents events;

    public MongoPlans(MongoDatabase database, Outbox outbox, PlanEvents events) {
        this.plans = database.getCollection(PlanDocument.COLLECTION);
        this.requests = database.getCollection(REQUESTS);
        this.outbox = outbox;
        this.events = events;
    }

    @Override
    public Mono<StoredPlan> find(String id) {
        return Mono.from(plans.find(new Document("_id", id))).map(PlanDocument::stored);
    }

    @Override
    public Mono<Boolean> add(Plan plan, PlanChange change) {
        return Traces.within(() -> insert(plan, change));
    }

    private Mono<Boolean> insert(Plan plan, PlanChange change) {
        Document document =
                PlanDocument.content(plan)
                        .append("_id", plan.id())
                        .append(PlanDocument.SEQUENCE, 1L)
                        .append(PlanDocument.REQUESTS, List.of(request(plan, change)))
                        .append(Outbox.FIELD, events(plan, 1, change));
        return Mono.from(plans.insertOne(document))
                .doOnNext(inserted -> outbox.written(document))
                .map(inserted -> true)
                .onErrorResume(MongoPlans::isThere, repeat -> Mono.just(false));
    }

    @Override
    public Mono<Boolean> replace(StoredPlan before, Plan after, PlanChange change) {
        return Traces.within(() -> update(before, after, change));
    }

    private Mono<Boolean> update(StoredPlan before, Plan after, PlanChange change) {
        long sequence = before.sequence() + 1;
        boolean told = !after.versions().equals(before.plan().versions());
        Document unchanged =
                new Document("_id", after.id()).append(PlanDocument.SEQUENCE, before.sequence());
        Document added =
                new Document(PlanDocument.REQUESTS, request(after, change))
                        .append(
                                Outbox.FIELD,
                                new Document(
                                        "$each",
                                        told ? events(after, sequence, change) : List.of()));
        Document update =
                new Document(
                                "$set",
                                PlanDocument.content(after).append(PlanDocument.SEQUENCE, sequence))
                        .append("$push", added);
        FindOneAndUpdateOptions options =
                new FindOneAndUpdateOptions()
                        .sort(new Document("_id", 1))
                        .returnDocument(ReturnDocument.AFTER);
        return Mono.from(plans.findOneAndUpdate(unchanged, update, options))
                .doOnNext(outbox::written)
                .hasElement();
    }

    @Override
    public Flux<Plan> list(@Nullable String after, int count) {
        Document from =
                after == null ? new Document() : new Document("_id", new Document("$gt", after));
        return Flux.from(plans.find(from).sort(new Document("_id", 1)).limit(count))
                .map(PlanDocument::plan);
    }

    /// A plan of before there were drafts has no mark, and tells of its end in its versions.
    @Override
    public Flux<Plan> current() {
        Document going = new Document(PlanDocument.RETIRED, new Document("$ne", true));
        return Flux.from(plans.find(going).sort(new Document("_id", 1)))
                .map(PlanDocument::plan)
                .filter(plan -> !plan.isRetired());
    }

    @Override
    public Mono<Boolean> bind(String request, String fingerprint) {
        Document claim = new Document("_id", request).append(FINGERPRINT, fingerprint);
        Mono<Boolean> bound =
                Mono.from(requests.find(new Document("_id", request)))
                        .map(known -> fingerprint.equals(known.getString(FINGERPRINT)));
        return Mono.from(requests.insertOne(claim))
                .map(inserted -> true)
                .onErrorResume(MongoPlans::isThere, repeat -> bound);
    }

    /// A plan that is only a draft is nobody else's business.
    private List<Document> events(Plan plan, long sequence, PlanChange change) {
        return plan.versions().isEmpty()
                ? List.of()
                : Outbox.documents(List.of(events.changed(plan, sequence, change.actor())));
    }

    private static Document request(Plan plan, PlanChange change) {
        return PlanDocument.request(change.request(), plan.versions().size());
    }

    private static boolean isThere(Throwable error) {
        return error instanceof MongoWriteException write
                && write.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }
}
