package io.xinqun.kernel.rules.sample.placement.web;

import io.xinqun.kernel.rules.sample.order.Order;
import io.xinqun.kernel.rules.sample.placement.PlaceOrder;
import org.springframework.web.bind.annotation.PostMapping;
import reactor.core.publisher.Mono;

public record PlaceOrderEndpoint(PlaceOrder place) {

    @PostMapping
    public Mono<Order> place(String id) {
        return place.handle(id);
    }
}
