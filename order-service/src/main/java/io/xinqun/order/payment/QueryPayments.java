package io.xinqun.order.payment;

import io.xinqun.kernel.problem.Problem;
import io.xinqun.order.order.Change;
import io.xinqun.order.order.Order;
import io.xinqun.order.order.OrderState.Name;
import io.xinqun.order.order.Orders;
import io.xinqun.order.order.Orders.Deadline;
import io.xinqun.order.order.money.PaymentAttempt;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import reactor.core.publisher.Mono;

/// Asks the provider about payments it is silent about, because it does not promise that its
/// notification arrives.
///
/// State: the next question is a durable deadline, moved before the question is asked.
public final class QueryPayments {

    /// Calls to the provider at once; it allows far more, but nobody waits for these.
    private static final int PARALLEL = 8;

    private final Orders orders;
    private final PaymentProvider provider;
    private final RecordPayment payments;
    private final MoneyWatch watch;
    private final Clock clock;

    public QueryPayments(
            Orders orders,
            PaymentProvider provider,
            RecordPayment payments,
            MoneyWatch watch,
            Clock clock) {
        this.orders = orders;
        this.provider = provider;
        this.payments = payments;
        this.watch = watch;
        this.clock = clock;
    }

    /// Returns how many were due, at most `limit`.
    public Mono<Integer> handle(int limit) {
        Instant now = clock.instant();
        return orders.due(Deadline.QUERY, now, limit)
                .flatMap(orderId -> ask(orderId, now).thenReturn(orderId), PARALLEL)
                .count()
                .map(Long::intValue);
    }

    private Mono<Void> ask(String orderId, Instant now) {
        return orders.change(orderId, order -> postponed(order, now))
                .flatMap(order -> Mono.justOrEmpty(order.payments().attempt()))
                .flatMap(attempt -> query(attempt.number()))
                .flatMap(payment -> take(orderId, payment))
                // The question is asked again at the next deadline.
                .onErrorResume(ProviderFailure.class, away -> Mono.empty())
                // Counted where it was refused; asking again does not make it right.
                .onErrorResume(Problem.class, refused -> Mono.empty())
                .then();
    }

    private Mono<ProviderPayment> query(String number) {
        return provider.query(number)
                .doOnNext(payment ->
                        watch.queriedPayment(payment.state().name().toLowerCase(Locale.ROOT)))
                .doOnError(ProviderFailure.class, away -> watch.queriedPayment("unanswered"));
    }

    private static Optional<Change> postponed(Order order, Instant now) {
        PaymentAttempt attempt = order.payments().attempt();
        if (attempt == null) {
            return Optional.empty();
        }
        PaymentAttempt next =
                attempt.isAskedAfterAt(now) ? attempt.queriedAt(now) : attempt.settled();
        return Optional.of(order.noted(order.payments().attempted(next)));
    }

    private Mono<Order> take(String orderId, ProviderPayment payment) {
        return switch (payment.state()) {
            case PAID -> payments.handle(payment);
            case CLOSED -> orders.change(orderId, QueryPayments::closed);
            default -> Mono.empty();
        };
    }

    /// A closed payment cannot bring money any more.
    private static Optional<Change> closed(Order order) {
        return order.state().name() == Name.PAID
                ? Optional.empty()
                : Optional.of(order.noted(order.payments().settled()));
    }
}
