package io.xinqun.catalog.listing.web;

import io.xinqun.catalog.listing.ShownProduct;
import io.xinqun.catalog.model.product.Product;
import io.xinqun.catalog.model.product.ProductDetails;
import io.xinqun.catalog.model.product.Sku;
import io.xinqun.kernel.money.Fen;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A product's page, for one buyer.
public record ProductResponse(
        String id,
        String supplierId,
        String name,
        @Nullable String brief,
        String kind,
        List<String> categoryPath,
        @Nullable String brand,
        List<AttributeResponse> attributes,
        List<String> pictures,
        @Nullable String origin,
        @Nullable String storage,
        int afterSaleDays,
        List<SkuResponse> skus) {

    /// A named property.
    public record AttributeResponse(String name, String value) {}

    /// One thing to choose; `soldOut` may lag a second behind.
    public record SkuResponse(
            String skuId,
            @Nullable String specification,
            @Nullable String unit,
            PriceResponse price,
            boolean soldOut,
            int maxPerOrder) {}

    /// What it costs this buyer (`tier` is direct or curator), and what it costs anybody.
    public record PriceResponse(Fen fen, String tier, Fen directFen) {}

    static ProductResponse of(ShownProduct shown) {
        Product product = shown.product();
        ProductDetails details = product.details();
        return new ProductResponse(
                product.id(),
                product.supplier(),
                details.name(),
                details.brief(),
                details.kind().code(),
                details.categoryPath(),
                details.brand(),
                details.attributes().stream()
                        .map(each -> new AttributeResponse(each.name(), each.value()))
                        .toList(),
                details.pictures(),
                details.origin(),
                details.storage(),
                details.afterSaleDays(),
                skus(shown));
    }

    static List<SkuResponse> skus(ShownProduct shown) {
        return shown.product().skus().stream().map(sku -> sku(shown, sku)).toList();
    }

    private static SkuResponse sku(ShownProduct shown, Sku sku) {
        ShownProduct.Price price = shown.price(sku);
        return new SkuResponse(
                sku.id(),
                sku.terms().specification(),
                sku.terms().unit(),
                new PriceResponse(price.amount(), price.tier(), sku.terms().prices().direct()),
                shown.isSoldOut(sku),
                sku.terms().maxPerOrder());
    }
}
