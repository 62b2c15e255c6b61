package io.xinqun.order.configuration;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.docs.MeterDocumentation;

/// What is counted about orders and their money.
enum OrderMetric implements MeterDocumentation {
    /// Notifications and payments that we did not take, by reason. Any but a few is an attack or a
    /// wrong configuration.
    NOTIFICATION_REFUSED("xinqun.order.payment.notification.refused", Meter.Type.COUNTER),
    /// Refunds that the provider does not carry out by itself, by reason: a person has to act.
    REFUND_STUCK("xinqun.order.refund.stuck", Meter.Type.COUNTER),
    /// Questions to the provider after a payment nobody told of, by `outcome`: what the payment is
    /// in, or `unanswered`. Many of them mean that notifications do not reach us.
    PAYMENT_QUERIED("xinqun.order.payment.queried", Meter.Type.COUNTER),
    /// Commissions of new orders that a `cap` cut: line, order or margin. Alert: margin, because a
    /// plan pays more than its goods leave.
    COMMISSION_CAPPED("xinqun.order.commission.capped", Meter.Type.COUNTER),
    /// 1 for the `state` in which the breaker of the provider (`name`) is. Alert: open.
    BREAKER_STATE("resilience4j.circuitbreaker.state", Meter.Type.GAUGE),
    /// Calls to the provider that its open breaker did not let through.
    BREAKER_REFUSED("resilience4j.circuitbreaker.not.permitted.calls", Meter.Type.COUNTER),
    /// Orders that somebody waits for on this instance.
    WAITING("xinqun.order.waiting", Meter.Type.GAUGE);

    private final String name;
    private final Meter.Type type;

    OrderMetric(String name, Meter.Type type) {
        this.name = name;
        this.type = type;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public Meter.Type getType() {
        return type;
    }
}
