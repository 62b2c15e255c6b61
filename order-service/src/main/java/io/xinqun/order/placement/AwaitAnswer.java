package io.xinqun.order.placement;

import io.xinqun.order.order.Order;
import io.xinqun.order.order.OrderState.Name;
import io.xinqun.order.order.Orders;
import io.xinqun.order.order.Signals;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Waits a moment for what the stock's owner says about an order.
///
/// State: a signal is a hint: on time-out the order is read once more, so nobody is left not
/// knowing. Who begins to wait while other instances are not heard looks at the order again and
/// again.
public final class AwaitAnswer {

    /// Longer than the owner needs under load, shorter than a person's patience. Source:
    /// docs/flows/order.md.
    static final Duration PATIENCE = Duration.ofSeconds(2);

    /// Often enough for a person, rare enough for the store.
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    private final Orders orders;
    private final Signals signals;

    public AwaitAnswer(Orders orders, Signals signals) {
        this.orders = orders;
        this.signals = signals;
    }

    /// Registers before the order is saved, so that no answer is faster than the waiter.
    Waiter register(Order order) {
        if (PlaceOrder.isAnswered(order.state().name())) {
            return new Waiter(order, CompletableFuture.completedFuture(order.state().name()));
        }
        return new Waiter(order, signal(order.id()).toFuture());
    }

    /// For an order that was placed before: registers, then looks, then waits.
    Mono<Placement> of(Order found) {
        if (PlaceOrder.isAnswered(found.state().name())) {
            return Mono.just(new Placement(found.terms(), found.state().name()));
        }
        Waiter waiter = register(found);
        return state(found.id())
                .filter(PlaceOrder::isAnswered)
                .map(state -> new Placement(found.terms(), state))
                .switchIfEmpty(Mono.defer(waiter::answer))
                .doFinally(signal -> waiter.leave());
    }

    private Mono<Name> signal(String orderId) {
        Flux<Name> heard = signals.of(orderId);
        return heard.mergeWith(looks(orderId)).filter(PlaceOrder::isAnswered).next();
    }

    private Flux<Name> looks(String orderId) {
        return signals.reachOthers()
                ? Flux.never()
                : Flux.interval(LOOK_EVERY).onBackpressureDrop().concatMap(tick -> state(orderId));
    }

    private Mono<Name> state(String orderId) {
        return orders.find(orderId).map(order -> order.state().name());
    }

    /// Somebody who waits for one order.
    final class Waiter {

        private final Order order;
        private final CompletableFuture<Name> answer;

        private Waiter(Order order, CompletableFuture<Name> answer) {
            this.order = order;
            this.answer = answer;
        }

        Mono<Placement> answer() {
            return Mono.fromFuture(answer, true)
                    .timeout(PATIENCE, Mono.defer(() -> state(order.id())))
                    .map(state -> new Placement(order.terms(), state));
        }

        void leave() {
            answer.cancel(true);
        }
    }
}
