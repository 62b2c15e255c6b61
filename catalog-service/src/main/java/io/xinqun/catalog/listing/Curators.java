package io.xinqun.catalog.listing;

import reactor.core.publisher.Mono;

/// What this program knows about curators: a read model that may lag.
public interface Curators {

    /// False for somebody unknown, too.
    Mono<Boolean> isActive(String curator);

    /// Takes a status in unless a later one is known.
    Mono<Void> learn(String curator, String status, long sequence);
}
