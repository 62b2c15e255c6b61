package io.xinqun.commission.accrual.messaging;

import io.xinqun.commission.accrual.ReturnedPayment;
import io.xinqun.commission.ledger.Cause;
import io.xinqun.kernel.event.Event;
import io.xinqun.kernel.money.Fen;
import java.time.Instant;

/// What this service reads of `order.refund-requested.v1` and `order.refunded.v1`.
record OrderRefund(
        String orderId,
        String refundNumber,
        String transactionId,
        Fen amountFen,
        Instant at,
        boolean receiptBooked) {

    ReturnedPayment returnedPayment(Event event) {
        Cause cause = Cause.ofPayment(event.id(), orderId, transactionId).refund(refundNumber);
        return new ReturnedPayment(cause, at, amountFen, receiptBooked, event.traceparent());
    }
}
