package io.xinqun.catalog.listing.web;

import io.xinqun.catalog.listing.ShownProduct;
import io.xinqun.catalog.listing.web.ProductResponse.SkuResponse;
import io.xinqun.catalog.model.product.Product;
import io.xinqun.catalog.model.product.ProductDetails;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A product in a list: what a card shows.
public record ListedProductResponse(
        String id,
        String supplierId,
        String name,
        @Nullable String brief,
        String kind,
        List<String> categoryPath,
        @Nullable String brand,
        @Nullable String picture,
        List<SkuResponse> skus) {

    static ListedProductResponse of(ShownProduct shown) {
        Product product = shown.product();
        ProductDetails details = product.details();
        return new ListedProductResponse(
                product.id(),
                product.supplier(),
                details.name(),
                details.brief(),
                details.kind().code(),
                details.categoryPath(),
                details.brand(),
                details.pictures().isEmpty() ? null : details.pictures().getFirst(),
                ProductResponse.skus(shown));
    }
}
