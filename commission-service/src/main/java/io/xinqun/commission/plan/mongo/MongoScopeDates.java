package io.xinqun.commission.plan.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.xinqun.commission.plan.ScopeDates;
import io.xinqun.commission.plan.terms.Scope;
import java.time.Instant;
import org.bson.Document;
import reactor.core.publisher.Mono;

/// The moments of scopes in MongoDB: one document each, whoever inserts it holds it.
public final class MongoScopeDates implements ScopeDates {

    private static final String COLLECTION = "plan-dates";
    private static final String PLAN = "plan";

    private final MongoCollection<Document> dates;

    public MongoScopeDates(MongoDatabase database) {
        this.dates = database.getCollection(COLLECTION);
    }

    @Override
    public Mono<String> claim(Scope scope, Instant from, String planId) {
        String id = id(scope, from);
        return Mono.from(dates.insertOne(new Document("_id", id).append(PLAN, planId)))
                .map(inserted -> planId)
                .onErrorResume(MongoScopeDates::isThere, held -> holder(id));
    }

    @Override
    public Mono<String> take(Scope scope, Instant from, String given, String planId) {
        String id = id(scope, from);
        FindOneAndUpdateOptions options =
                new FindOneAndUpdateOptions()
                        .sort(new Document("_id", 1))
                        .returnDocument(ReturnDocument.AFTER);
        return Mono.from(
                        dates.findOneAndUpdate(
                                new Document("_id", id).append(PLAN, given),
                                new Document("$set", new Document(PLAN, planId)),
                                options))
                .map(taken -> taken.getString(PLAN))
                .switchIfEmpty(holder(id));
    }

    private Mono<String> holder(String id) {
        return Mono.from(dates.find(new Document("_id", id))).map(found -> found.getString(PLAN));
    }

    private static String id(Scope scope, Instant from) {
        return scope.text() + '@' + from.toEpochMilli();
    }

    private static boolean isThere(Throwable error) {
        return error instanceof MongoWriteException write
                && write.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }
}
