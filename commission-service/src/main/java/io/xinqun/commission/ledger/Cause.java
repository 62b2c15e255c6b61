package io.xinqun.commission.ledger;

import org.jspecify.annotations.Nullable;

/// Why an entry exists: the event, and the order, line, payment or refund it is about.
public record Cause(
        String eventId,
        String orderId,
        @Nullable String lineId,
        @Nullable String transactionId,
        @Nullable String refundNumber) {

    public static Cause ofPayment(String eventId, String orderId, String transactionId) {
        return new Cause(eventId, orderId, null, transactionId, null);
    }

    public Cause line(String line) {
        return new Cause(eventId, orderId, line, transactionId, refundNumber);
    }

    public Cause refund(String number) {
        return new Cause(eventId, orderId, lineId, transactionId, number);
    }
}
