package io.xinqun.catalog.model.product;

import org.jspecify.annotations.Nullable;

/// One thing that can be bought.
///
/// Shape: `id` is derived from supplier and `supplierSku`; `version` and `content` are the feed
/// version and the fingerprint of the item that set it; `stock` is the newest count fed.
public record Sku(
        String id,
        String supplierSku,
        long version,
        String content,
        Terms terms,
        @Nullable StockCount stock) {

    /// Goods of a SKU are kept in one place and one quota until there are more.
    private static final String MAIN_STOCK = ":main:base";

    /// What is agreed on when it is bought.
    ///
    /// Shape: `unit` is the measure (件, 盒), `specification` what tells it from its siblings.
    public record Terms(
            @Nullable String specification,
            @Nullable String unit,
            Prices prices,
            int maxPerOrder) {}

    /// The contended total that orders of this SKU draw on: `sku:location:quota`.
    public String stockUnit() {
        return stockUnitOf(id);
    }

    public static String stockUnitOf(String skuId) {
        return skuId + MAIN_STOCK;
    }

    public Sku withStock(StockCount newest) {
        return new Sku(id, supplierSku, version, content, terms, newest);
    }
}
