package io.xinqun.order.order.money;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The money side of an order: the attempt that is under way and the refunds that it caused.
///
/// Shape: 0..1 open attempt, 0..n refunds, one per receipt that was not kept.
public record Payments(@Nullable PaymentAttempt attempt, List<Refund> refunds) {

    public static final Payments NONE = new Payments(null, List.of());

    public Payments {
        refunds = List.copyOf(refunds);
    }

    public Payments settled() {
        return attempt == null ? this : attempted(attempt.settled());
    }

    public Payments attempted(PaymentAttempt newAttempt) {
        return new Payments(newAttempt, refunds);
    }

    public Payments refunding(Refund refund) {
        List<Refund> more = new ArrayList<>(refunds);
        more.add(refund);
        return new Payments(attempt, more);
    }

    public Payments changed(String refundNumber, UnaryOperator<Refund> change) {
        return new Payments(
                attempt,
                refunds.stream()
                        .map(each -> each.number().equals(refundNumber) ? change.apply(each) : each)
                        .toList());
    }

    public int nextRefundRound() {
        return refunds.stream().mapToInt(Refund::round).max().orElse(0) + 1;
    }

    public boolean refunds(String transactionId) {
        return refunds.stream()
                .anyMatch(each -> each.receipt().transactionId().equals(transactionId));
    }

    public Optional<Refund> refund(String number) {
        return refunds.stream().filter(each -> each.number().equals(number)).findFirst();
    }

    public Optional<Instant> refundDueAt() {
        return refunds.stream()
                .filter(Refund::isOpen)
                .map(each -> each.progress().nextAt())
                .min(Comparator.naturalOrder());
    }
}
