package io.xinqun.catalog.review;

import io.xinqun.catalog.model.product.Product;
import io.xinqun.catalog.model.product.ProductState;
import io.xinqun.kernel.page.Page;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// What operators look through.
public interface ReviewQueue {

    /// The products of a state, the oldest first.
    Mono<Page<Product>> inState(ProductState state, @Nullable String after, int limit);
}
