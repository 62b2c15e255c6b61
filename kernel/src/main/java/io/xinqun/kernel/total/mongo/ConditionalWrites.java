package io.xinqun.kernel.total.mongo;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.xinqun.kernel.mongo.BlockingMongo;
import io.xinqun.kernel.total.journal.SlotKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;

/// The two writes that everything here is made of: insert what is absent, set what is lower.
final class ConditionalWrites {

    private static final int DUPLICATE_KEY = 11_000;
    private static final InsertManyOptions UNORDERED_INSERT =
            new InsertManyOptions().ordered(false);
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private ConditionalWrites() {}

    /// Sets what has a lower position. An upsert whose document is already further meets its own
    /// `_id`; that duplicate is the answer "not lower" and is ignored.
    static void setForward(
            MongoCollection<Document> collection, Map<SlotKey, Document> values, boolean upsert) {
        List<UpdateOneModel<Document>> updates = new ArrayList<>();
        UpdateOptions options = new UpdateOptions().upsert(upsert);
        values.forEach((key, value) -> {
            Document lower =
                    new Document(Documents.ID, Documents.id(key))
                            .append(
                                    Documents.POSITION,
                                    new Document("$lt", value.get(Documents.POSITION)));
            updates.add(new UpdateOneModel<>(lower, new Document("$set", value), options));
        });
        if (updates.isEmpty()) {
            return;
        }
        try {
            BlockingMongo.first(collection.bulkWrite(updates, UNORDERED));
        } catch (MongoBulkWriteException failed) {
            duplicates(failed);
        }
    }

    /// Inserts what is not there yet and answers the indexes of what was.
    static Set<Integer> insertAbsent(
            MongoCollection<Document> collection, List<Document> documents) {
        if (documents.isEmpty()) {
            return Set.of();
        }
        try {
            BlockingMongo.first(collection.insertMany(documents, UNORDERED_INSERT));
            return Set.of();
        } catch (MongoBulkWriteException failed) {
            return duplicates(failed);
        }
    }

    private static Set<Integer> duplicates(MongoBulkWriteException failed) {
        boolean others =
                failed.getWriteErrors().stream().anyMatch(e -> e.getCode() != DUPLICATE_KEY);
        if (others || failed.getWriteConcernError() != null) {
            throw failed;
        }
        return failed.getWriteErrors().stream()
                .map(BulkWriteError::getIndex)
                .collect(Collectors.toSet());
    }
}
