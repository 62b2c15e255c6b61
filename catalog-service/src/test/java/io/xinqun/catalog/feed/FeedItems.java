package io.xinqun.catalog.feed;

import io.xinqun.catalog.feed.item.FeedItem;
import io.xinqun.catalog.model.product.Prices;
import io.xinqun.catalog.model.product.ProductDetails;
import io.xinqun.catalog.model.product.ProductKind;
import io.xinqun.catalog.model.product.Sku;
import io.xinqun.catalog.model.product.StockCount;
import io.xinqun.kernel.money.Fen;
import java.time.Instant;
import java.util.List;

/// Items as the parser would make them.
final class FeedItems {

    static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

    private FeedItems() {}

    static FeedItem item(String sku, long version, String name) {
        return item(new FeedItem.Name(sku, version, "P1"), name, ProductKind.GOODS, null);
    }

    static FeedItem counted(String sku, long version, StockCount stock) {
        return item(new FeedItem.Name(sku, version, "P1"), "red rice", ProductKind.GOODS, stock);
    }

    static FeedItem ofProduct(String product, String sku, long version) {
        return item(new FeedItem.Name(sku, version, product), "red rice", ProductKind.GOODS, null);
    }

    static FeedItem ofKind(ProductKind kind, String sku, long version) {
        return item(new FeedItem.Name(sku, version, "P1"), "red rice", kind, null);
    }

    static FeedItem item(FeedItem.Name id, String name, ProductKind kind, StockCount stock) {
        ProductDetails details =
                new ProductDetails(
                        name,
                        null,
                        kind,
                        List.of("food"),
                        null,
                        List.of(),
                        List.of(),
                        null,
                        null,
                        7);
        Prices prices = new Prices(Fen.of(100), Fen.of(200 + name.length()), null, Fen.of(150));
        return FeedItem.of(id, details, new Sku.Terms(null, null, prices, 99), stock);
    }
}
