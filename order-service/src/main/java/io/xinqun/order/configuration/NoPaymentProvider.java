package io.xinqun.order.configuration;

import io.xinqun.order.payment.NotificationEnvelope;
import io.xinqun.order.payment.PaymentProvider;
import io.xinqun.order.payment.PrepayOrder;
import io.xinqun.order.payment.Prepayment;
import io.xinqun.order.payment.ProviderFailure;
import io.xinqun.order.payment.ProviderNotice;
import io.xinqun.order.payment.ProviderPayment;
import io.xinqun.order.payment.ProviderRefund;
import io.xinqun.order.payment.RefundOrder;
import io.xinqun.order.payment.RefusedNotification;
import reactor.core.publisher.Mono;

/// Stands where no merchant is configured: orders can be placed, and paying says that it cannot.
final class NoPaymentProvider implements PaymentProvider {

    @Override
    public Mono<Prepayment> prepay(PrepayOrder order) {
        return away();
    }

    @Override
    public Mono<ProviderPayment> query(String number) {
        return away();
    }

    @Override
    public Mono<Void> close(String number) {
        return away();
    }

    @Override
    public Mono<ProviderRefund> refund(RefundOrder order) {
        return away();
    }

    @Override
    public Mono<ProviderRefund> queryRefund(String refundNumber) {
        return away();
    }

    @Override
    public ProviderNotice read(NotificationEnvelope envelope) {
        throw new RefusedNotification(
                RefusedNotification.Reason.SERIAL, "no merchant is configured");
    }

    private static <T> Mono<T> away() {
        return Mono.error(() ->
                new ProviderFailure(
                        ProviderFailure.Kind.BUSY,
                        "NOT_CONFIGURED",
                        new IllegalStateException("no merchant is configured")));
    }
}
