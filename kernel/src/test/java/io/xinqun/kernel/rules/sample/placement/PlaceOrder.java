package io.xinqun.kernel.rules.sample.placement;

import io.xinqun.kernel.money.Fen;
import io.xinqun.kernel.rules.sample.order.Order;
import io.xinqun.kernel.rules.sample.order.Orders;
import java.time.Clock;
import java.time.Instant;
import reactor.core.publisher.Mono;

public record PlaceOrder(Orders orders, Clock clock) {

    public Mono<Order> handle(String id) {
        return orders.save(new Order(id + Instant.now(clock), Fen.ZERO));
    }
}
