package io.xinqun.order.offers.mongo;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.xinqun.order.offers.OfferBook;
import io.xinqun.order.order.deal.Offer;
import io.xinqun.order.order.deal.Offers;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// Offers in MongoDB with a cache in front, so that a hot SKU costs the store one read a second.
///
/// State: what this instance learns is seen at once, what another one learns within two seconds.
public final class MongoOffers implements Offers, OfferBook {

    /// A price may be this old. It is refreshed behind the requests after half of the time.
    private static final Duration OLDEST = Duration.ofSeconds(2);

    private static final Duration REFRESHED_AFTER = Duration.ofSeconds(1);

    /// About 50 MB when full; the rest of the catalog is read when it is asked for.
    private static final int CACHED_SKUS = 50_000;

    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoCollection<Document> collection;
    private final AsyncLoadingCache<String, Offer> cache;

    public MongoOffers(MongoDatabase database) {
        this.collection = database.getCollection("known-offers");
        this.cache =
                Caffeine.newBuilder()
                        .maximumSize(CACHED_SKUS)
                        .refreshAfterWrite(REFRESHED_AFTER)
                        .expireAfterWrite(OLDEST)
                        .buildAsync((skuId, executor) -> read(skuId));
    }

    public Mono<Void> createIndexes() {
        return Mono.from(collection.createIndex(new Document("skus", 1))).then();
    }

    @Override
    public Mono<Map<String, Offer>> find(Collection<String> skuIds) {
        return Mono.fromFuture(() -> cache.getAll(skuIds), true);
    }

    /// An unknown SKU is null, which the cache does not keep.
    private CompletableFuture<@Nullable Offer> read(String skuId) {
        return Mono.from(collection.find(new Document("skus", skuId)).limit(1))
                .mapNotNull(product -> OfferDocument.offer(product, skuId).orElse(null))
                .toFuture();
    }

    @Override
    public Mono<Void> learn(Product product) {
        Document older =
                new Document("_id", product.productId())
                        .append("version", new Document("$lt", product.version()));
        Document update = new Document("$set", OfferDocument.of(product));
        return Mono.from(collection.updateOne(older, update, UPSERT))
                .onErrorResume(MongoWriteException.class, MongoOffers::newerIsKnown)
                .doOnSuccess(done -> forget(product))
                .then();
    }

    /// The upsert of an older state finds no older document and runs into the newer one.
    private static <T> Mono<T> newerIsKnown(MongoWriteException refused) {
        return refused.getError().getCategory() == ErrorCategory.DUPLICATE_KEY
                ? Mono.empty()
                : Mono.error(refused);
    }

    private void forget(Product product) {
        cache.synchronous()
                .invalidateAll(
                        product.offers().stream().map(each -> each.article().skuId()).toList());
    }
}
