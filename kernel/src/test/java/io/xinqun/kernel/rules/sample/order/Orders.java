package io.xinqun.kernel.rules.sample.order;

import reactor.core.publisher.Mono;

public interface Orders {

    Mono<Order> save(Order order);
}
