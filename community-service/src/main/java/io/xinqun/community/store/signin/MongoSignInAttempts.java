package io.xinqun.community.store.signin;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.xinqun.community.signin.SignInAttempts;
import io.xinqun.community.store.DuplicateKey;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import reactor.core.publisher.Mono;

/// Tries in the collection `sign-in-attempts`, `_id` = the keyed hash of the login. Shard key:
/// `_id`.
public final class MongoSignInAttempts implements SignInAttempts {

    public static final String COLLECTION = "sign-in-attempts";

    private static final FindOneAndUpdateOptions AFTER =
            new FindOneAndUpdateOptions()
                    .sort(new Document("_id", 1))
                    .returnDocument(ReturnDocument.AFTER);

    private final MongoCollection<Document> attempts;

    public MongoSignInAttempts(MongoDatabase database) {
        this.attempts = database.getCollection(COLLECTION);
    }

    @Override
    public Mono<Boolean> reserve(String login, Instant now) {
        return another(login, now)
                .switchIfEmpty(Mono.defer(() -> newWindow(login, now)))
                .switchIfEmpty(Mono.defer(() -> first(login, now)))
                // Somebody else's first try came in between: count behind it.
                .switchIfEmpty(Mono.defer(() -> another(login, now)))
                .defaultIfEmpty(false);
    }

    @Override
    public Mono<Void> clear(String login) {
        return Mono.from(attempts.deleteOne(new Document("_id", login))).then();
    }

    @Override
    public Mono<Long> forget(Instant endedBefore) {
        Document filter = new Document("endsAt", new Document("$lt", Date.from(endedBefore)));
        return Mono.from(attempts.deleteMany(filter)).map(result -> result.getDeletedCount());
    }

    private Mono<Boolean> another(String login, Instant now) {
        Document filter =
                new Document("_id", login)
                        .append("endsAt", new Document("$gt", Date.from(now)))
                        .append("tries", new Document("$lt", TRIES));
        return counted(filter, new Document("$inc", new Document("tries", 1)));
    }

    private Mono<Boolean> newWindow(String login, Instant now) {
        Document filter =
                new Document("_id", login).append("endsAt", new Document("$lte", Date.from(now)));
        return counted(filter, new Document("$set", window(now)));
    }

    private Mono<Boolean> first(String login, Instant now) {
        Document document = new Document("_id", login);
        document.putAll(window(now));
        return Mono.from(attempts.insertOne(document))
                .map(inserted -> true)
                .onErrorResume(DuplicateKey::is, there -> Mono.empty());
    }

    private Mono<Boolean> counted(Document filter, Document update) {
        return Mono.from(attempts.findOneAndUpdate(filter, update, AFTER)).map(after -> true);
    }

    private static Document window(Instant now) {
        return new Document("tries", 1).append("endsAt", Date.from(now.plus(WINDOW)));
    }
}
