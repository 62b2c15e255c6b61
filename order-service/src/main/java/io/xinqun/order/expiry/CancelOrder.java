package io.xinqun.order.expiry;

import io.xinqun.kernel.problem.CommonProblem;
import io.xinqun.kernel.problem.Problem;
import io.xinqun.order.OrderProblem;
import io.xinqun.order.order.Change;
import io.xinqun.order.order.Order;
import io.xinqun.order.order.OrderState.Name;
import io.xinqun.order.order.Orders;
import java.time.Clock;
import java.util.Optional;
import reactor.core.publisher.Mono;

/// The buyer takes back an order before paying; what it held goes back.
///
/// State: cancelling a cancelled order answers it again. Errors: [Problem] `not-found` for somebody
/// else's order, `not-cancellable`.
public final class CancelOrder {

    private final Orders orders;
    private final Clock clock;

    public CancelOrder(Orders orders, Clock clock) {
        this.orders = orders;
        this.clock = clock;
    }

    public Mono<Order> handle(String buyer, String orderId) {
        return orders.change(orderId, order -> decide(order, buyer))
                .filter(order -> order.terms().buyer().equals(buyer))
                .switchIfEmpty(Mono.error(() -> notFound()));
    }

    private Optional<Change> decide(Order order, String buyer) {
        if (!order.terms().buyer().equals(buyer) || order.state().name() == Name.CANCELLED) {
            return Optional.empty();
        }
        return Optional.of(
                order.cancelled(clock.instant())
                        .orElseThrow(() ->
                                new Problem(
                                                OrderProblem.NOT_CANCELLABLE,
                                                "The order is past cancelling")
                                        .with("state", order.state().name().code())));
    }

    private static Problem notFound() {
        return new Problem(CommonProblem.NOT_FOUND, "There is no such order");
    }
}
