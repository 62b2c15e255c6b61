package io.xinqun.catalog.publishing;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.xinqun.catalog.model.product.Prices;
import io.xinqun.catalog.model.product.Product;
import io.xinqun.catalog.model.product.Sku;
import io.xinqun.kernel.money.Fen;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `catalog.offer.v1`: the full state of a product with its SKUs.
record OfferContract(
        String productId,
        String supplierId,
        String name,
        String kind,
        List<String> categoryPath,
        String state,
        int afterSaleDays,
        List<SkuContract> skus,
        Instant updatedAt) {

    static final String TYPE = "catalog.offer.v1";

    /// One SKU of the offer; `stockUnit` is written even when it is null, because null says that
    /// nothing is kept in stock.
    record SkuContract(
            String skuId,
            String supplierSku,
            @Nullable String specification,
            @JsonInclude @Nullable String stockUnit,
            Fen supplyFen,
            Fen directFen,
            @Nullable Fen memberFen,
            @Nullable Fen curatorFen,
            int maxPerOrder) {

        static SkuContract of(Product product, Sku sku) {
            Prices prices = sku.terms().prices();
            return new SkuContract(
                    sku.id(),
                    sku.supplierSku(),
                    sku.terms().specification(),
                    product.details().kind().isKeptInStock() ? sku.stockUnit() : null,
                    prices.supply(),
                    prices.direct(),
                    prices.member(),
                    prices.curator(),
                    sku.terms().maxPerOrder());
        }
    }

    static OfferContract of(Product product) {
        return new OfferContract(
                product.id(),
                product.supplier(),
                product.details().name(),
                product.details().kind().code(),
                product.details().categoryPath(),
                product.effectiveState().code(),
                product.details().afterSaleDays(),
                product.skus().stream().map(sku -> SkuContract.of(product, sku)).toList(),
                product.revision().updatedAt());
    }
}
