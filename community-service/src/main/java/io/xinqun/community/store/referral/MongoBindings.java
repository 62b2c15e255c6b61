package io.xinqun.community.store.referral;

import static io.xinqun.community.store.referral.BindingDocument.SEQUENCE;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.xinqun.community.model.referral.Binding;
import io.xinqun.community.model.referral.Bindings;
import io.xinqun.community.store.DuplicateKey;
import io.xinqun.kernel.outbox.Outbox;
import io.xinqun.kernel.outbox.Outboxes;
import io.xinqun.kernel.telemetry.Traces;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Bindings in the collection `bindings`, `_id` = the consumer. Shard key: `_id`.
public final class MongoBindings implements Bindings {

    private static final String COLLECTION = "bindings";

    private static final FindOneAndUpdateOptions AFTER =
            new FindOneAndUpdateOptions()
                    .sort(new Document("_id", 1))
                    .returnDocument(ReturnDocument.AFTER);

    private final MongoCollection<Document> bindings;
    private final Outbox outbox;
    private final Clock clock;

    public MongoBindings(MongoDatabase database, Outboxes outboxes, Clock clock) {
        this.bindings = database.getCollection(COLLECTION);
        this.outbox = outboxes.of(COLLECTION);
        this.clock = clock;
    }

    @Override
    public Mono<Binding> find(String consumer) {
        return Mono.from(bindings.find(new Document("_id", consumer))).map(BindingDocument::read);
    }

    @Override
    public Mono<Boolean> put(@Nullable Binding before, Binding after) {
        return Traces.within(() -> {
            List<Document> told =
                    Outbox.documents(List.of(BindingEvents.of(after, clock.instant())));
            return before == null ? add(after, told) : change(before, after, told);
        });
    }

    private Mono<Boolean> add(Binding binding, List<Document> told) {
        Document document = new Document("_id", binding.consumer());
        document.putAll(BindingDocument.changeable(binding));
        document.append(Outbox.FIELD, told);
        return Mono.from(bindings.insertOne(document))
                .doOnNext(inserted -> outbox.written(document))
                .thenReturn(true)
                .onErrorResume(DuplicateKey::is, there -> Mono.just(false));
    }

    private Mono<Boolean> change(Binding before, Binding after, List<Document> told) {
        Document filter = new Document("_id", before.consumer()).append(SEQUENCE, before.version());
        Document pushed = new Document(Outbox.FIELD, new Document("$each", told));
        Document update =
                new Document("$set", BindingDocument.changeable(after)).append("$push", pushed);
        return Mono.from(bindings.findOneAndUpdate(filter, update, AFTER))
                .doOnNext(outbox::written)
                .hasElement();
    }

    @Override
    public Mono<Map<String, String>> sharersOf(Collection<String> consumers, Instant now) {
        Document filter =
                new Document("_id", new Document("$in", List.copyOf(consumers)))
                        .append("expiresAt", new Document("$gt", Date.from(now)))
                        .append("revoked", false);
        return Flux.from(bindings.find(filter))
                .collectMap(
                        document -> document.getString("_id"),
                        document -> document.getString("sharer"));
    }
}
