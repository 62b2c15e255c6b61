package io.xinqun.kernel.rules.sample.placement.mongo;

import io.xinqun.kernel.rules.sample.order.Order;
import io.xinqun.kernel.rules.sample.order.Orders;
import org.bson.Document;
import reactor.core.publisher.Mono;

public final class MongoOrders implements Orders {

    @Override
    public Mono<Order> save(Order order) {
        return Mono.just(new Document("_id", order.id())).thenReturn(order);
    }
}
