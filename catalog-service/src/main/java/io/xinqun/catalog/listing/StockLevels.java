package io.xinqun.catalog.listing;

import java.util.Collection;
import java.util.Set;
import reactor.core.publisher.Mono;

/// Which stock units have something left, as seen a moment ago. For display only: whether an order
/// gets its pieces is decided by the owner of the unit.
public interface StockLevels {

    /// Those of the units of which nothing is free.
    Mono<Set<String>> soldOut(Collection<String> units);
}
