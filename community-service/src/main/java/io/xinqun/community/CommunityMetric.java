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
    VISITS("xinqun.community.visits");

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

    CommunityMetric(String meter) {
        this.meter = meter;
    }

    @Override
    public String getName() {
        return meter;
    }

    @Override
    public Meter.Type getType() {
        return Meter.Type.COUNTER;
    }

    @Override
    public KeyName[] getKeyNames() {
        return this == SIGN_INS
                ? new KeyName[] {MetricTag.WAY, MetricTag.OUTCOME}
                : new KeyName[] {MetricTag.OUTCOME};
    }
}
