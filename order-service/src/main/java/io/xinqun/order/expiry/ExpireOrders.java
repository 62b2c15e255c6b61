package io.xinqun.order.expiry;

import io.xinqun.order.order.Orders;
import io.xinqun.order.order.Orders.Deadline;
import java.time.Clock;
import java.time.Instant;
import reactor.core.publisher.Mono;

/// Ends orders that nobody paid in time; what they held goes back.
///
/// State: the deadline is a durable field; a payment that is faster wins the conditional write.
public final class ExpireOrders {

    private final Orders orders;
    private final Clock clock;

    public ExpireOrders(Orders orders, Clock clock) {
        this.orders = orders;
        this.clock = clock;
    }

    /// Returns how many were due, at most `limit`.
    public Mono<Integer> handle(int limit) {
        Instant now = clock.instant();
        return orders.due(Deadline.EXPIRY, now, limit)
                .concatMap(orderId ->
                        orders.change(orderId, order -> order.expired(now)).thenReturn(orderId))
                .count()
                .map(Long::intValue);
    }
}
