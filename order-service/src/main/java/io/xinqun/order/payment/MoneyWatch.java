package io.xinqun.order.payment;

/// Counts what somebody has to look at.
public interface MoneyWatch {

    /// Money or a message about it that we did not take.
    void refusedNotification(String reason);

    /// The provider was asked after a payment.
    void queriedPayment(String outcome);

    /// A refund that the provider does not carry out by itself.
    void stuckRefund(String reason);
}
