package io.xinqun.catalog.feed.item;

import io.xinqun.catalog.model.product.ProductDetails;
import io.xinqun.catalog.model.product.Sku;
import io.xinqun.catalog.model.product.StockCount;
import io.xinqun.kernel.idempotency.Fingerprint;
import org.jspecify.annotations.Nullable;

/// One SKU as its supplier describes it: valid in itself, not yet held against what is known.
///
/// Shape: `product` is the supplier's code of the product it belongs to; `content` is the
/// fingerprint of everything but the count, which has an order of its own.
public record FeedItem(
        String supplierSku,
        long version,
        String product,
        ProductDetails details,
        Sku.Terms terms,
        String content,
        @Nullable StockCount stock) {

    private record Content(String product, ProductDetails details, Sku.Terms terms) {}

    public static FeedItem of(
            Name name, ProductDetails details, Sku.Terms terms, @Nullable StockCount stock) {
        String content = Fingerprint.of((Object) new Content(name.product(), details, terms));
        return new FeedItem(
                name.supplierSku(), name.version(), name.product(), details, terms, content, stock);
    }

    /// Which SKU it is and which word on it.
    public record Name(String supplierSku, long version, String product) {}
}
