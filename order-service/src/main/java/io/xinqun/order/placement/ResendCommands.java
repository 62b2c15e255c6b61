package io.xinqun.order.placement;

import io.xinqun.order.order.Orders;
import io.xinqun.order.order.Orders.Deadline;
import java.time.Clock;
import java.time.Instant;
import reactor.core.publisher.Mono;

/// Sends the commands of undecided orders again, under the same ids.
public final class ResendCommands {

    private final Orders orders;
    private final Clock clock;

    public ResendCommands(Orders orders, Clock clock) {
        this.orders = orders;
        this.clock = clock;
    }

    /// Returns how many were found, at most `limit`.
    public Mono<Integer> handle(int limit) {
        Instant now = clock.instant();
        return orders.due(Deadline.RESEND, now, limit)
                .concatMap(orderId ->
                        orders.change(orderId, order -> order.resent(now)).thenReturn(orderId))
                .count()
                .map(Long::intValue);
    }
}
