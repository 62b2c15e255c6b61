package io.xinqun.order.configuration;

import io.micrometer.core.instrument.MeterRegistry;
import io.xinqun.order.payment.MoneyWatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Counts and logs what somebody has to look at.
final class MeteredMoneyWatch implements MoneyWatch {

    private static final Logger LOG = LoggerFactory.getLogger(MeteredMoneyWatch.class);
    private static final String REASON = "reason";

    private final MeterRegistry meters;

    MeteredMoneyWatch(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public void refusedNotification(String reason) {
        LOG.warn("refused a payment notification: {}", reason);
        meters.counter(OrderMetric.NOTIFICATION_REFUSED.getName(), REASON, reason).increment();
    }

    @Override
    public void queriedPayment(String outcome) {
        meters.counter(OrderMetric.PAYMENT_QUERIED.getName(), "outcome", outcome).increment();
    }

    @Override
    public void stuckRefund(String reason) {
        LOG.error("a refund does not go through: {}", reason);
        meters.counter(OrderMetric.REFUND_STUCK.getName(), REASON, reason).increment();
    }
}
