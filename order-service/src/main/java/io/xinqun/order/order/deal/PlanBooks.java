package io.xinqun.order.order.deal;

import reactor.core.publisher.Mono;

/// The read model of commission plans.
public interface PlanBooks {

    Mono<PlanBook> current();
}
