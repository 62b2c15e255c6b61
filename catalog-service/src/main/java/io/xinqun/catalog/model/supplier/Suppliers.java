package io.xinqun.catalog.model.supplier;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/// All suppliers.
public interface Suppliers {

    Mono<Supplier> find(String id);

    Mono<Map<String, Supplier>> find(Collection<String> ids);

    /// Adds the supplier; false where one with its id is there already.
    Mono<Boolean> add(Supplier supplier);

    /// Writes it if it is still at the version that it was read at; false where somebody was
    /// faster.
    Mono<Boolean> save(Supplier supplier);

    /// Those whose change of status has not reached all their products.
    Mono<List<Supplier>> spreading(int limit);
}
