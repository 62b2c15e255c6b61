package io.xinqun.commission.accrual;

import io.xinqun.commission.ledger.Cause;
import io.xinqun.kernel.consumer.PoisonMessage;
import io.xinqun.kernel.money.Fen;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A payment that came too late or twice and goes back whole.
///
/// Shape: the cause names the payment's transaction and the refund's number. State: `receiptBooked`
/// says that the payment was told as an order's payment before; otherwise its receipt is booked
/// here. It never earned anybody anything.
public record ReturnedPayment(
        Cause cause, Instant at, Fen amount, boolean receiptBooked, @Nullable String traceparent) {

    public ReturnedPayment {
        if (cause.transactionId() == null || cause.refundNumber() == null) {
            throw new PoisonMessage("no-transaction", cause.orderId());
        }
        if (!amount.isPositive()) {
            throw new PoisonMessage("refund-amount", cause.orderId() + ": " + amount.amount());
        }
    }
}
