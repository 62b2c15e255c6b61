package io.xinqun.kernel.telemetry;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.docs.MeterDocumentation;

/// Measured by the frameworks of every service, and what our rules rely on.
public enum FrameworkMetric implements MeterDocumentation {
    /// Operations that wait for one of the connections to the store.
    STORE_WAITING("mongodb.driver.pool.waitqueuesize", Meter.Type.GAUGE),
    /// Connections to the store that could not be had in time. A rising rate is an outage.
    STORE_FAILED("mongodb.driver.pool.checkoutfailed", Meter.Type.COUNTER);

    private final String meter;
    private final Meter.Type type;

    FrameworkMetric(String meter, Meter.Type type) {
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
}
