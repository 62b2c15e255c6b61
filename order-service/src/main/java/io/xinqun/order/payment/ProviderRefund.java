package io.xinqun.order.payment;

import io.xinqun.kernel.money.Fen;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A refund as it stands in the provider's books.
///
/// Shape: refundId once the provider took it; succeededAt when the money is back. Units: fen.
public record ProviderRefund(
        String refundNumber,
        State state,
        @Nullable String refundId,
        @Nullable String transactionId,
        Fen amount,
        @Nullable Instant succeededAt) {

    /// ABNORMAL: the buyer's card takes nothing back and a person must decide. UNKNOWN: never heard
    /// of.
    public enum State {
        PROCESSING,
        SUCCESS,
        CLOSED,
        ABNORMAL,
        UNKNOWN
    }
}
