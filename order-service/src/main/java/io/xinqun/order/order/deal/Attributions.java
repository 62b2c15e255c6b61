package io.xinqun.order.order.deal;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// Finds out through whom a buyer came.
public interface Attributions {

    /// Never an error for a token that does not count.
    Mono<Attributed> of(String buyer, @Nullable String token);
}
