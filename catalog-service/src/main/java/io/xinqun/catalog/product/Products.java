package io.xinqun.catalog.product;

import io.xinqun.kernel.page.Page;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// All products.
public interface Products {

    Mono<Product> find(String id);

    /// Those of the ids that exist, by id.
    Mono<Map<String, Product>> find(Collection<String> ids);

    /// Writes each change whose product is still as it was decided on, with its events. Returns the
    /// ids of the products where somebody else was faster: nothing of theirs happened.
    Mono<Set<String>> save(List<ProductChange> changes);

    /// What buyers see, the newest on sale first.
    Mono<Page<Product>> listed(@Nullable String after, int limit);

    /// What operators look through, the oldest of a state first.
    Mono<Page<Product>> inState(ProductState state, @Nullable String after, int limit);

    /// Products of the supplier whose `hidden` is not yet as wished, at most `limit`.
    Mono<List<Product>> notYet(String supplier, boolean hidden, int limit);
}
