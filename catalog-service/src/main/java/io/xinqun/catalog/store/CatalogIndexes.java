package io.xinqun.catalog.store;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.xinqun.kernel.mongo.BlockingMongo;
import java.util.List;
import org.bson.Document;

/// The indexes behind every query of this store, made at start.
public final class CatalogIndexes {

    private record Index(String collection, Document keys) {}

    private static final List<Index> INDEXES =
            List.of(
                    // Buyers' list, newest first.
                    new Index(
                            MongoProducts.COLLECTION,
                            new Document(ProductDocument.LISTED, 1)
                                    .append(ProductDocument.AGE, -1)),
                    // Operators' list of a state, oldest first.
                    new Index(
                            MongoProducts.COLLECTION,
                            new Document(ProductDocument.STATE, 1).append(ProductDocument.AGE, 1)),
                    // Hiding and showing the goods of a supplier.
                    new Index(
                            MongoProducts.COLLECTION,
                            new Document(ProductDocument.SUPPLIER, 1)
                                    .append(ProductDocument.HIDDEN, 1)),
                    // A supplier's reports, newest first.
                    new Index(
                            MongoFeedReports.COLLECTION,
                            new Document("supplier", 1).append("age", -1)),
                    // Suppliers whose change of status is on its way.
                    new Index(MongoSuppliers.COLLECTION, new Document("spread", 1)));

    private final MongoDatabase database;

    public CatalogIndexes(MongoDatabase database) {
        this.database = database;
    }

    /// Waits: it runs once, before the program is ready.
    public void create() {
        for (Index index : INDEXES) {
            BlockingMongo.first(database.getCollection(index.collection).createIndex(index.keys));
        }
    }
}
