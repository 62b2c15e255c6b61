package io.xinqun.order.tracking;

import io.xinqun.kernel.page.Page;
import io.xinqun.order.order.Order;
import io.xinqun.order.order.Orders;
import io.xinqun.order.order.Orders.Position;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// A buyer's orders, newest first, a page at a time.
public final class ListOrders {

    private final Orders orders;

    public ListOrders(Orders orders) {
        this.orders = orders;
    }

    /// One more than asked for is read, to know whether there is a next page.
    public Mono<Page<Order>> handle(
            String buyer, @Nullable Position after, int limit, Function<Position, String> cursor) {
        return orders.ofBuyer(buyer, after, limit + 1)
                .collectList()
                .map(found -> page(found, limit, cursor));
    }

    private static Page<Order> page(
            List<Order> found, int limit, Function<Position, String> cursor) {
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        List<Order> shown = found.subList(0, limit);
        Order last = shown.getLast();
        Position end = new Position(last.terms().window().placedAt(), last.id());
        return new Page<>(shown, cursor.apply(end));
    }
}
