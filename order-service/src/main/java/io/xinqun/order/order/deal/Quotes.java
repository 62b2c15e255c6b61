package io.xinqun.order.order.deal;

import reactor.core.publisher.Mono;

/// Prices baskets.
///
/// Errors: the problems of a basket that cannot be sold (`unknown-sku`, `not-on-sale`, ...).
public interface Quotes {

    Mono<Quote> quote(Basket basket);
}
