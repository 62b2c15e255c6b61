package io.xinqun.order.store;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.xinqun.kernel.batch.Gathering;
import io.xinqun.kernel.batch.GatheringLimits;
import io.xinqun.kernel.batch.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import reactor.core.publisher.Mono;

/// Inserts orders, those that come at once together.
///
/// State: one `insertMany` is in flight; each order in it succeeds or fails alone. Source: measured
/// in docs/decisions/0001: gathered inserts cost a fraction of single ones.
final class OrderInserts {

    /// What a second of the fastest measured load brings; more wait only when the store stands
    /// still, and then it is better to say so.
    private static final int WAITING = 4_096;

    /// Beyond this a batch costs no less per order and only waits longer.
    private static final int BATCH = 256;

    private static final int DUPLICATE_KEY = 11_000;

    private static final InsertManyOptions UNORDERED = new InsertManyOptions().ordered(false);

    private final MongoCollection<Document> collection;
    private final Gathering<Document, Boolean> gathering;

    OrderInserts(MongoCollection<Document> collection) {
        this.collection = collection;
        this.gathering =
                new Gathering<>(new GatheringLimits("orders", WAITING, BATCH), this::insertAll);
    }

    /// True when it was inserted, false when there is one of this id.
    Mono<Boolean> insert(Document document) {
        return gathering.submit(document);
    }

    private Mono<List<Result<Boolean>>> insertAll(List<Document> documents) {
        return Mono.from(collection.insertMany(documents, UNORDERED))
                .map(done -> results(documents.size(), Map.of()))
                .onErrorResume(
                        MongoBulkWriteException.class,
                        partly -> Mono.fromSupplier(() -> results(documents.size(), partly)));
    }

    private static List<Result<Boolean>> results(int size, MongoBulkWriteException partly) {
        if (partly.getWriteConcernError() != null) {
            throw partly;
        }
        return results(
                size,
                partly.getWriteErrors().stream()
                        .collect(Collectors.toMap(BulkWriteError::getIndex, Function.identity())));
    }

    private static List<Result<Boolean>> results(int size, Map<Integer, BulkWriteError> errors) {
        List<Result<Boolean>> results = new ArrayList<>(size);
        for (int index = 0; index < size; index++) {
            results.add(result(errors.get(index)));
        }
        return results;
    }

    private static Result<Boolean> result(@org.jspecify.annotations.Nullable BulkWriteError error) {
        if (error == null) {
            return Result.success(true);
        }
        return error.getCode() == DUPLICATE_KEY
                ? Result.success(false)
                : Result.failure(new IllegalStateException("insert refused: " + error.getCode()));
    }
}
