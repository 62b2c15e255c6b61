package io.xinqun.local.wechat.books;

import io.xinqun.kernel.money.Fen;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One refund in WeChat's books.
///
/// Shape: `refundNumber` is the merchant's out_refund_no, `number` and `transactionId` its payment.
/// Units: fen; the fee of the payment is given back in proportion. State: PROCESSING to SUCCESS,
/// CLOSED or ABNORMAL.
public record Refund(
        String refundNumber,
        String refundId,
        String number,
        String transactionId,
        long amountFen,
        long totalFen,
        @Nullable String notifyUrl,
        State state,
        Instant createdAt,
        @Nullable Instant succeededAt) {

    /// As WeChat spells its refund states.
    public enum State {
        PROCESSING,
        SUCCESS,
        CLOSED,
        ABNORMAL
    }

    public long feeFen() {
        return state == State.SUCCESS ? Payment.FEE.shareHalfUp(Fen.of(amountFen)).amount() : 0;
    }

    Refund ended(State next, Instant at) {
        return new Refund(
                refundNumber,
                refundId,
                number,
                transactionId,
                amountFen,
                totalFen,
                notifyUrl,
                next,
                createdAt,
                next == State.SUCCESS ? at : null);
    }
}
