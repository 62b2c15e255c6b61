package io.xinqun.order.tracking;

import io.xinqun.kernel.problem.CommonProblem;
import io.xinqun.kernel.problem.Problem;
import io.xinqun.order.order.Milestone;
import io.xinqun.order.order.Order;
import io.xinqun.order.order.Orders;
import io.xinqun.order.order.Signals;
import java.time.Duration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Shows a buyer his order and tells him of every state that it reaches.
///
/// State: what is told is what is stored with the order, so a client that comes back with the last
/// sequence it saw misses nothing. A signal only makes it faster. Errors: [Problem] `not-found` for
/// somebody else's order.
public final class WatchOrder {

    /// Signals may be lost, so the order is looked at this often at least.
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

    private final Orders orders;
    private final Signals signals;

    public WatchOrder(Orders orders, Signals signals) {
        this.orders = orders;
        this.signals = signals;
    }

    public Mono<Order> find(String buyer, String orderId) {
        return orders.find(orderId)
                .filter(order -> order.terms().buyer().equals(buyer))
                .switchIfEmpty(
                        Mono.error(() ->
                                new Problem(CommonProblem.NOT_FOUND, "There is no such order")));
    }

    /// The milestones after the given one, the stored ones at once and then each as it comes; it
    /// ends with a final state, also for somebody who has seen that already.
    public Flux<Milestone> handle(String buyer, String orderId, long after) {
        Flux<Long> looks =
                Flux.merge(
                        Flux.interval(Duration.ZERO, LOOK_EVERY).onBackpressureDrop(),
                        signals.of(orderId).map(state -> 0L));
        return find(buyer, orderId)
                .thenMany(
                        looks.concatMap(look -> find(buyer, orderId), 1)
                                .takeUntil(WatchOrder::hasEnded)
                                .scan(new Told(after), Told::with)
                                .concatMapIterable(Told::fresh));
    }

    private static boolean hasEnded(Order order) {
        return order.milestones().getLast().state().isFinal();
    }
}
