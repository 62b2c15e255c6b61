package io.xinqun.catalog.review.web;

import io.xinqun.catalog.model.product.Prices;
import io.xinqun.catalog.model.product.Product;
import io.xinqun.catalog.model.product.Sku;
import io.xinqun.catalog.model.product.StockCount;
import io.xinqun.kernel.money.Fen;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A product as operators see it: every price, the feed's versions, the newest counts.
public record ReviewedProductResponse(
        String id,
        String supplierId,
        String code,
        String state,
        boolean hidden,
        String name,
        String kind,
        List<String> categoryPath,
        List<ReviewedSkuResponse> skus,
        Instant createdAt,
        Instant updatedAt) {

    /// One SKU with what its supplier said last.
    public record ReviewedSkuResponse(
            String skuId,
            String supplierSku,
            long version,
            @Nullable String specification,
            @Nullable String stockUnit,
            Fen supplyFen,
            Fen directFen,
            @Nullable Fen memberFen,
            @Nullable Fen curatorFen,
            int maxPerOrder,
            @Nullable CountResponse stock) {}

    /// The newest count fed, which is not what is free now.
    public record CountResponse(long count, Instant countedAt) {}

    static ReviewedProductResponse of(Product product) {
        return new ReviewedProductResponse(
                product.id(),
                product.supplier(),
                product.code(),
                product.state().code(),
                product.hidden(),
                product.details().name(),
                product.details().kind().code(),
                product.details().categoryPath(),
                product.skus().stream().map(sku -> sku(product, sku)).toList(),
                product.revision().createdAt(),
                product.revision().updatedAt());
    }

    private static ReviewedSkuResponse sku(Product product, Sku sku) {
        Prices prices = sku.terms().prices();
        StockCount stock = sku.stock();
        return new ReviewedSkuResponse(
                sku.id(),
                sku.supplierSku(),
                sku.version(),
                sku.terms().specification(),
                product.details().kind().isKeptInStock() ? sku.stockUnit() : null,
                prices.supply(),
                prices.direct(),
                prices.member(),
                prices.curator(),
                sku.terms().maxPerOrder(),
                stock == null ? null : new CountResponse(stock.count(), stock.countedAt()));
    }
}
