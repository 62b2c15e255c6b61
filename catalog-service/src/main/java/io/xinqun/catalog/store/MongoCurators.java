package io.xinqun.catalog.store;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.xinqun.catalog.listing.Curators;
import org.bson.Document;
import reactor.core.publisher.Mono;

/// The read model of curators in MongoDB, one document each.
public final class MongoCurators implements Curators {

    private static final String COLLECTION = "curators";
    private static final String ID = "_id";
    private static final String STATUS = "status";
    private static final String SEQUENCE = "sequence";
    private static final String ACTIVE = "active";

    private final MongoCollection<Document> curators;

    public MongoCurators(MongoDatabase database) {
        this.curators = database.getCollection(COLLECTION);
    }

    @Override
    public Mono<Boolean> isActive(String curator) {
        return Mono.from(curators.find(new Document(ID, curator)).first())
                .map(found -> ACTIVE.equals(found.getString(STATUS)))
                .defaultIfEmpty(false);
    }

    @Override
    public Mono<Void> learn(String curator, String status, long sequence) {
        Document older = new Document(ID, curator).append(SEQUENCE, new Document("$lt", sequence));
        Document update =
                new Document("$set", new Document(STATUS, status).append(SEQUENCE, sequence));
        return Mono.from(curators.updateOne(older, update, new UpdateOptions().upsert(true)))
                .onErrorResume(MongoCurators::isNewerKnown, known -> Mono.empty())
                .then();
    }

    /// The upsert found nothing older and could not insert: what is there is as new or newer.
    private static boolean isNewerKnown(Throwable failure) {
        return failure instanceof MongoWriteException write
                && write.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }
}
