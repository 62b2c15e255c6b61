package io.xinqun.kernel.rules.sample.configuration;

import io.xinqun.kernel.rules.sample.order.Orders;
import io.xinqun.kernel.rules.sample.placement.PlaceOrder;
import io.xinqun.kernel.rules.sample.placement.mongo.MongoOrders;
import java.time.Clock;

public class SampleConfiguration {

    Orders orders() {
        return new MongoOrders();
    }

    PlaceOrder placeOrder(Orders orders, Clock clock) {
        return new PlaceOrder(orders, clock);
    }
}
