package io.xinqun.order.payment;

import io.xinqun.kernel.problem.CommonProblem;
import io.xinqun.kernel.problem.Problem;
import io.xinqun.order.OrderProblem;
import io.xinqun.order.order.Change;
import io.xinqun.order.order.Order;
import io.xinqun.order.order.OrderState.Name;
import io.xinqun.order.order.Orders;
import io.xinqun.order.order.money.PaymentAttempt;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import reactor.core.publisher.Mono;

/// Sends the buyer to pay.
///
/// State: the attempt is written before the provider is asked, so that money which comes in after a
/// crash finds its order. Asking again gives the same payment number. Errors: [Problem] `not-found`
/// for somebody else's order, `not-payable`, `payment-unavailable`, `payment-refused`.
public final class PayOrder {

    /// What WeChat calls a number that can never be paid any more.
    private static final Set<String> CLOSED = Set.of("ORDER_CLOSED", "ORDERCLOSED");

    /// The provider takes 127 characters; names are cut on whole characters.
    private static final int DESCRIPTION_LENGTH = 40;

    private final Orders orders;
    private final PaymentProvider provider;
    private final Clock clock;

    public PayOrder(Orders orders, PaymentProvider provider, Clock clock) {
        this.orders = orders;
        this.provider = provider;
        this.clock = clock;
    }

    /// Who pays what; `payer` is the buyer's name at the provider.
    public record Command(String buyer, String orderId, String channel, String payer) {}

    public Mono<Prepayment> handle(Command command) {
        return orders.change(command.orderId(), order -> Optional.of(attempt(order, command)))
                .switchIfEmpty(Mono.error(PayOrder::notFound))
                .flatMap(order ->
                        prepay(order)
                                .onErrorResume(
                                        PayOrder::isClosed, closed -> underNewNumber(command)));
    }

    private Change attempt(Order order, Command command) {
        if (!order.terms().buyer().equals(command.buyer())) {
            throw notFound();
        }
        Instant now = clock.instant();
        boolean open =
                order.state().name() == Name.AWAITING_PAYMENT
                        && now.isBefore(order.terms().window().expiresAt());
        if (!open) {
            throw notPayable(order);
        }
        PaymentAttempt last = order.payments().attempt();
        return order.noted(order.payments().attempted(next(last, command, now)));
    }

    private static PaymentAttempt next(
            @org.jspecify.annotations.Nullable PaymentAttempt last, Command command, Instant now) {
        if (last == null) {
            return PaymentAttempt.first(command.orderId(), command.channel(), command.payer(), now);
        }
        return last.payer().equals(command.payer())
                ? last.repeatedAt(now)
                : last.again(command.payer(), now);
    }

    private Mono<Prepayment> underNewNumber(Command command) {
        return orders.change(
                        command.orderId(),
                        order ->
                                Optional.ofNullable(order.payments().attempt())
                                        .map(last -> last.again(command.payer(), clock.instant()))
                                        .map(next -> order.noted(order.payments().attempted(next))))
                .flatMap(this::prepay);
    }

    private Mono<Prepayment> prepay(Order order) {
        PaymentAttempt attempt = order.payments().attempt();
        if (attempt == null) {
            return Mono.error(notPayable(order));
        }
        PrepayOrder prepay =
                new PrepayOrder(
                        attempt.number(),
                        order.terms().payable(),
                        description(order),
                        attempt.payer(),
                        order.terms().window().expiresAt(),
                        order.id());
        return provider.prepay(prepay)
                .onErrorMap(
                        ProviderFailure.class,
                        failure -> isClosed(failure) ? failure : problem(failure));
    }

    private static boolean isClosed(Throwable error) {
        return error instanceof ProviderFailure failure && CLOSED.contains(failure.code());
    }

    private static String description(Order order) {
        String name = order.terms().lines().getFirst().article().name();
        int characters = name.codePointCount(0, name.length());
        return characters <= DESCRIPTION_LENGTH
                ? name
                : name.substring(0, name.offsetByCodePoints(0, DESCRIPTION_LENGTH));
    }

    private static Problem problem(ProviderFailure failure) {
        if (failure.code().equals(ProviderFailure.ALREADY_PAID)) {
            return new Problem(
                    OrderProblem.NOT_PAYABLE, "It is paid, the notice is under way", failure);
        }
        return failure.kind() == ProviderFailure.Kind.REFUSED
                ? new Problem(OrderProblem.PAYMENT_REFUSED, "Refused: " + failure.code(), failure)
                : new Problem(
                        OrderProblem.PAYMENT_UNAVAILABLE,
                        "The payment provider does not answer, try again",
                        failure);
    }

    private static Problem notPayable(Order order) {
        return new Problem(OrderProblem.NOT_PAYABLE, "The order does not wait for money")
                .with("state", order.state().name().code());
    }

    private static Problem notFound() {
        return new Problem(CommonProblem.NOT_FOUND, "There is no such order");
    }
}
