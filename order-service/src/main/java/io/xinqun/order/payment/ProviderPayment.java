package io.xinqun.order.payment;

import io.xinqun.kernel.money.Fen;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A payment as it stands in the provider's books.
///
/// Shape: transactionId and paidAt are there when money has moved (PAID, REFUNDED). Units: fen in
/// `currency` (CNY); zero when the provider does not tell the amount.
public record ProviderPayment(
        String number,
        State state,
        @Nullable String transactionId,
        Fen amount,
        String currency,
        @Nullable Instant paidAt,
        String merchant,
        String appId) {

    /// UNKNOWN: never heard of. REFUNDED: was paid, and some or all of it went back.
    public enum State {
        NOT_PAID,
        PAID,
        REFUNDED,
        CLOSED,
        UNKNOWN
    }
}
