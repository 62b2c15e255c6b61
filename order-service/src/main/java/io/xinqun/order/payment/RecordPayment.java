package io.xinqun.order.payment;

import io.xinqun.kernel.problem.Problem;
import io.xinqun.order.OrderProblem;
import io.xinqun.order.order.Change;
import io.xinqun.order.order.Order;
import io.xinqun.order.order.Orders;
import io.xinqun.order.order.money.PaymentAttempt;
import io.xinqun.order.order.money.Receipt;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import reactor.core.publisher.Mono;

/// Takes money that the provider says came in, by notification or by query.
///
/// State: known by its transaction: the same one again changes nothing, five at once are one.
/// Errors: [Problem] `notification-refused` when merchant, app id, currency, amount or number are
/// not what was asked for; each is counted.
public final class RecordPayment {

    private static final String CURRENCY = "CNY";
    private static final String PROVIDER = "wechat";

    private final Orders orders;
    private final Payee payee;
    private final MoneyWatch watch;
    private final Clock clock;

    public RecordPayment(Orders orders, Payee payee, MoneyWatch watch, Clock clock) {
        this.orders = orders;
        this.payee = payee;
        this.watch = watch;
        this.clock = clock;
    }

    /// Who we are at the provider.
    public record Payee(String merchant, String appId) {}

    public Mono<Order> handle(ProviderPayment payment) {
        if (payment.state() != ProviderPayment.State.PAID) {
            return Mono.error(refused("state"));
        }
        if (!payment.merchant().equals(payee.merchant())) {
            return Mono.error(refused("merchant"));
        }
        if (!payment.appId().equals(payee.appId())) {
            return Mono.error(refused("app-id"));
        }
        return orders.change(
                        PaymentAttempt.orderOf(payment.number()), order -> decide(order, payment))
                .switchIfEmpty(Mono.error(() -> refused("number")));
    }

    private Optional<Change> decide(Order order, ProviderPayment payment) {
        PaymentAttempt attempt = order.payments().attempt();
        if (attempt == null || !attempt.knows(payment.number())) {
            throw refused("number");
        }
        if (!payment.currency().equals(CURRENCY)) {
            throw refused("currency");
        }
        if (!payment.amount().equals(order.terms().payable())) {
            throw refused("amount");
        }
        Instant now = clock.instant();
        String transaction = payment.transactionId();
        if (transaction == null) {
            throw refused("transaction");
        }
        Receipt receipt =
                new Receipt(
                        PROVIDER,
                        payment.number(),
                        transaction,
                        payment.amount(),
                        Objects.requireNonNullElse(payment.paidAt(), now));
        return order.paid(receipt, now);
    }

    private Problem refused(String reason) {
        watch.refusedNotification(reason);
        return new Problem(
                        OrderProblem.NOTIFICATION_REFUSED,
                        "The payment is not one that was asked for: " + reason)
                .with("reason", reason);
    }
}
