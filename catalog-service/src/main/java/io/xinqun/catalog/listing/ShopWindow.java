package io.xinqun.catalog.listing;

import io.xinqun.catalog.model.product.Product;
import io.xinqun.kernel.page.Page;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// What buyers see.
public interface ShopWindow {

    /// What is on sale, the newest first.
    Mono<Page<Product>> listed(@Nullable String after, int limit);
}
