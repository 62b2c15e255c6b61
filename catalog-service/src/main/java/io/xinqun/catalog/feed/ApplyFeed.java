package io.xinqun.catalog.feed;

import io.xinqun.catalog.feed.item.FeedItem;
import io.xinqun.catalog.feed.item.FeedVerdict;
import io.xinqun.catalog.model.product.Product;
import io.xinqun.catalog.model.product.ProductChange;
import io.xinqun.catalog.model.product.Products;
import io.xinqun.catalog.model.product.SkuClaims;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import reactor.core.publisher.Mono;

/// Takes a batch of a supplier's items into his products.
///
/// Shape: 1..500 items; one read for all their products, one claim for all new SKUs, one
/// conditional write per product that changes. State: safe beside any other batch, of the same
/// items too: a product that somebody else wrote meanwhile is read and decided again. A repeat
/// changes nothing. Errors: none per item, each has a [FeedVerdict]; a store that is away fails the
/// batch, and sending it again is safe.
public final class ApplyFeed {

    /// More items than this make documents and statements larger, but not faster.
    public static final int MAXIMUM_BATCH = 500;

    /// Each round somebody got through, so only as many parallel batches of the same product as
    /// this could keep one out.
    private static final int MAXIMUM_ROUNDS = 32;

    private final Products products;
    private final SkuClaims claims;
    private final Clock clock;

    public ApplyFeed(Products products, SkuClaims claims, Clock clock) {
        this.products = products;
        this.claims = claims;
        this.clock = clock;
    }

    /// One verdict per item, in the order of the items.
    public Mono<List<FeedVerdict>> handle(String supplier, List<FeedItem> items) {
        return Mono.defer(() -> {
            FeedBatch batch = new FeedBatch(supplier, items);
            return rounds(batch, batch.productIds(), 1).thenReturn(batch).map(FeedBatch::verdicts);
        });
    }

    private Mono<Void> rounds(FeedBatch batch, Set<String> pending, int round) {
        if (pending.isEmpty()) {
            return Mono.empty();
        }
        if (round > MAXIMUM_ROUNDS) {
            return Mono.fromRunnable(() -> batch.giveUp(pending));
        }
        return products.find(pending)
                .flatMap(known -> take(batch, pending, known))
                .flatMap(products::save)
                .flatMap(lost -> rounds(batch, lost, round + 1));
    }

    private Mono<List<ProductChange>> take(
            FeedBatch batch, Set<String> pending, Map<String, Product> known) {
        Map<String, FeedTake> takes = new LinkedHashMap<>();
        pending.forEach(id -> takes.put(id, batch.take(id, known.get(id), Map.of())));
        Map<String, String> added = new LinkedHashMap<>();
        takes.forEach((id, take) -> take.added().forEach(sku -> added.putIfAbsent(sku, id)));
        if (added.isEmpty()) {
            return Mono.just(changes(takes));
        }
        return claims.claim(added)
                .map(owners -> {
                    takes.replaceAll((id, take) ->
                            take.ownsAll(id, owners)
                                    ? take
                                    : batch.take(id, known.get(id), owners));
                    return changes(takes);
                });
    }

    private List<ProductChange> changes(Map<String, FeedTake> takes) {
        return takes.values().stream()
                .map(take -> take.change(clock.instant()))
                .flatMap(Optional::stream)
                .toList();
    }
}
