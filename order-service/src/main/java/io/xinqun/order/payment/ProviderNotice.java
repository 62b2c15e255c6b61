package io.xinqun.order.payment;

/// What a proven notification says.
///
/// Shape: `id` is the provider's name of the notification, the same in its repeats.
public sealed interface ProviderNotice {

    /// The provider's id of the notification.
    String id();

    /// Money came in.
    record PaymentNotice(String id, ProviderPayment payment) implements ProviderNotice {}

    /// A refund ended, well or not.
    record RefundNotice(String id, ProviderRefund refund) implements ProviderNotice {}
}
