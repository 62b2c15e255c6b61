package io.xinqun.kernel.total.mongo;

import com.mongodb.client.model.Indexes;
import io.xinqun.kernel.mongo.BlockingMongo;

/// The indexes behind [TotalsView]; owner and folder need none but `_id`.
final class TotalsIndexes {

    private TotalsIndexes() {}

    static void create(TotalsCollections collections) {
        BlockingMongo.first(collections.items().createIndex(Indexes.ascending("total", "_id")));
        BlockingMongo.first(collections.items().createIndex(Indexes.ascending("state", "due")));
        BlockingMongo.first(
                collections.decisions().createIndex(Indexes.ascending("totals", "place")));
    }
}
