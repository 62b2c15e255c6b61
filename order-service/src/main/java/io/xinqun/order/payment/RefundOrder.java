package io.xinqun.order.payment;

import io.xinqun.kernel.money.Fen;

/// Money to give back from one payment.
///
/// Shape: refundNumber 1..64 of `[0-9A-Za-z_|*@-]`, derived from its cause so that a repeat is the
/// same refund; transactionId is the provider's name of the payment. Units: fen; 0 < amount <=
/// total, total is what the payment took.
public record RefundOrder(
        String refundNumber, String transactionId, Fen amount, Fen total, String reason) {}
