package io.xinqun.catalog.model.product;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Mono;

/// All products.
public interface Products {

    Mono<Product> find(String id);

    /// Those of the ids that exist, by id.
    Mono<Map<String, Product>> find(Collection<String> ids);

    /// Writes each change whose product is still as it was decided on, with its events. Returns the
    /// ids of the products where somebody else was faster: nothing of theirs happened.
    Mono<Set<String>> save(List<ProductChange> changes);

    /// Products of the supplier whose `hidden` is not yet as wished, at most `limit`.
    Mono<List<Product>> notYet(String supplier, boolean hidden, int limit);
}
