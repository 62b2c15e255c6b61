package io.xinqun.community;

import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.docs.MeterDocumentation;

/// The metrics of this program, beside those that every program has.
public enum CommunityMetric implements MeterDocumentation {
    /// Sign-ins and refreshes, by way and outcome (`done` or the code of the problem).
    SIGN_INS("xinqun.community.sign.ins"),
    /// Joins of communities, by outcome (the member's status, or the code of the problem).
    JOINS("xinqun.community.joins"),
    /// Visits of share links, by outcome.
    VISITS("xinqun.community.visits"),
    /// 1 for the `state` in which the breaker of WeChat's sign-in (`name`) is. Alert: open.
    BREAKER_STATE("resilience4j.circuitbreaker.state", Meter.Type.GAUGE),
    /// Sign-ins that WeChat's open breaker did not let through.
    BREAKER_REFUSED("resilience4j.circuitbreaker.not.permitted.calls");

    /// The tags; each has few values.
    public enum MetricTag implements KeyName {
        WAY,
        OUTCOME;

        @Override
        public String asString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private final String meter;
    private final Meter.Type type;

    CommunityMetric(String meter) {
        this(meter, Meter.Type.COUNTER);
    }

    CommunityMetric(String meter, Meter.Type type) {
        this.meter = meter;
        this.type = type;
    }

    @Override
    public String getName() {
        return meter;
    }

    @Override
    public Meter.Type getType() {
        return type;
    }

    @Override
    public KeyName[] getKeyNames() {
        return this == SIGN_INS
                ? new KeyName[] {MetricTag.WAY, MetricTag.OUTCOME}
                : new KeyName[] {MetricTag.OUTCOME};
    }
}
