package io.xinqun.order.payment;

import io.xinqun.order.order.Change;
import io.xinqun.order.order.Order;
import io.xinqun.order.order.Orders;
import io.xinqun.order.order.Orders.Deadline;
import io.xinqun.order.order.money.Refund;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Gives money back, as often as it takes.
///
/// State: the next try is a durable deadline, moved before the try. A doubtful refund is asked
/// after and sent again under its own number; only what the provider closed gets a new one. Source:
/// WeChat Pay v3: refunds are idempotent by their number.
public final class RunRefunds {

    private static final int PARALLEL = 4;

    private final Orders orders;
    private final PaymentProvider provider;
    private final MoneyWatch watch;
    private final Clock clock;

    public RunRefunds(Orders orders, PaymentProvider provider, MoneyWatch watch, Clock clock) {
        this.orders = orders;
        this.provider = provider;
        this.watch = watch;
        this.clock = clock;
    }

    /// Returns how many orders had a refund due, at most `limit`.
    public Mono<Integer> handle(int limit) {
        Instant now = clock.instant();
        return orders.due(Deadline.REFUND, now, limit)
                .flatMap(orderId -> ofOrder(orderId, now).thenReturn(orderId), PARALLEL)
                .count()
                .map(Long::intValue);
    }

    /// What the provider says about a refund, by notification or by query.
    public Mono<Order> settle(ProviderRefund refund) {
        return orders.change(orderOf(refund.refundNumber()), order -> decide(order, refund));
    }

    private static String orderOf(String refundNumber) {
        int mark = refundNumber.lastIndexOf("-r");
        return mark < 0 ? refundNumber : refundNumber.substring(0, mark);
    }

    private Mono<Void> ofOrder(String orderId, Instant now) {
        return orders.find(orderId)
                .flatMapMany(order -> Flux.fromIterable(order.payments().refunds()))
                .filter(refund -> refund.isOpen() && !refund.progress().nextAt().isAfter(now))
                .concatMap(refund -> attempt(orderId, refund, now))
                .then();
    }

    private Mono<Order> attempt(String orderId, Refund refund, Instant now) {
        return orders.change(orderId, order -> tried(order, refund, now))
                .then(Mono.defer(() -> ask(refund)))
                .flatMap(this::settle)
                .onErrorResume(
                        ProviderFailure.class,
                        failure -> {
                            if (failure.kind() == ProviderFailure.Kind.REFUSED) {
                                watch.stuckRefund(failure.code());
                            }
                            return Mono.empty();
                        });
    }

    private static Optional<Change> tried(Order order, Refund refund, Instant now) {
        return Optional.of(
                order.noted(order.payments().changed(refund.number(), each -> each.triedAt(now))));
    }

    /// After the first try it is not known whether the provider has it: ask before asking again.
    private Mono<ProviderRefund> ask(Refund refund) {
        if (refund.progress().tries() == 0) {
            return send(refund);
        }
        return provider.queryRefund(refund.number())
                .flatMap(known ->
                        known.state() == ProviderRefund.State.UNKNOWN
                                ? send(refund)
                                : Mono.just(known));
    }

    private Mono<ProviderRefund> send(Refund refund) {
        return provider.refund(
                new RefundOrder(
                        refund.number(),
                        refund.receipt().transactionId(),
                        refund.amount(),
                        refund.receipt().amount(),
                        refund.reason().code()));
    }

    private Optional<Change> decide(Order order, ProviderRefund refund) {
        String number = refund.refundNumber();
        Instant now = clock.instant();
        return switch (refund.state()) {
            case SUCCESS -> order.refunded(number, now);
            case CLOSED ->
                    order.payments()
                            .refund(number)
                            .filter(Refund::isOpen)
                            .map(open -> renumbered(order, open, now));
            case ABNORMAL -> {
                watch.stuckRefund("abnormal");
                yield Optional.empty();
            }
            case PROCESSING, UNKNOWN -> Optional.empty();
        };
    }

    private static Change renumbered(Order order, Refund closed, Instant now) {
        int round = order.payments().nextRefundRound();
        return order.noted(
                order.payments().changed(closed.number(), each -> each.underNewNumber(round, now)));
    }
}
