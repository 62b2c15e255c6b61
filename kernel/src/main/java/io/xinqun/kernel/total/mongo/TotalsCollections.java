package io.xinqun.kernel.total.mongo;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import org.bson.Document;

/// The collections of one set of totals.
record TotalsCollections(
        MongoCollection<Document> journal,
        MongoCollection<Document> totals,
        MongoCollection<Document> items,
        MongoCollection<Document> decisions,
        MongoCollection<Document> checkpoints,
        MongoCollection<Document> birth) {

    static TotalsCollections of(MongoDatabase database, String name) {
        return new TotalsCollections(
                database.getCollection(name + ".journal"),
                database.getCollection(name + ".totals"),
                database.getCollection(name + ".items"),
                database.getCollection(name + ".decisions"),
                database.getCollection(name + ".checkpoints"),
                database.getCollection(name + ".birth"));
    }
}
