package io.xinqun.commission.proof.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.xinqun.commission.proof.Reconciliations;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Collection `reconciliation`: a document with the lease, and one per slot with its position.
public final class MongoReconciliations implements Reconciliations {

    private static final String LEASE = "lease";
    private static final String SLOT = "slot";
    private static final String POSITION = "position";
    private static final int DUPLICATE_KEY = 11_000;

    private final MongoCollection<Document> collection;

    public MongoReconciliations(MongoDatabase database) {
        this.collection = database.getCollection("reconciliation");
    }

    /// Its own lease, or one that has ended; otherwise the upsert meets the document that is there.
    @Override
    public Mono<Boolean> acquire(String owner, Instant now, Duration life) {
        Document lease = new Document("owner", owner).append("until", Date.from(now.plus(life)));
        Document mine = new Document("_id", LEASE).append("owner", owner);
        Document ended =
                new Document("_id", LEASE).append("until", new Document("$lt", Date.from(now)));
        return upsert(mine, lease, false)
                .flatMap(held -> held ? Mono.just(true) : upsert(ended, lease, true));
    }

    private Mono<Boolean> upsert(Document filter, Document values, boolean create) {
        return Mono.from(
                        collection.updateOne(
                                filter,
                                new Document("$set", values),
                                new UpdateOptions().upsert(create)))
                .map(done -> done.getMatchedCount() > 0 || done.getUpsertedId() != null)
                .onErrorResume(MongoReconciliations::isThere, taken -> Mono.just(false));
    }

    @Override
    public Mono<Map<Integer, Long>> audited() {
        return Flux.from(collection.find(new Document(SLOT, new Document("$gte", 0))))
                .collectMap(
                        document -> document.getInteger(SLOT),
                        document -> document.get(POSITION, Number.class).longValue());
    }

    @Override
    public Mono<Void> audited(int slot, long position) {
        Document slotDocument = new Document("_id", "slot-" + slot);
        Document change =
                new Document("$max", new Document(POSITION, position))
                        .append("$set", new Document(SLOT, slot));
        return Mono.from(
                        collection.updateOne(
                                slotDocument, change, new UpdateOptions().upsert(true)))
                .then();
    }

    private static boolean isThere(Throwable error) {
        return switch (error) {
            case MongoWriteException write ->
                    write.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
            case MongoCommandException command -> command.getErrorCode() == DUPLICATE_KEY;
            default -> false;
        };
    }
}
