package io.xinqun.order.placement.web;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.docs.MeterDocumentation;

/// What is counted about the answers to those who order.
enum PlacementMetric implements MeterDocumentation {
    /// Orders that were answered 202 to somebody who waited, because the stock's owner was silent
    /// for two seconds.
    UNDECIDED("xinqun.order.undecided");

    private final String name;

    PlacementMetric(String name) {
        this.name = name;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public Meter.Type getType() {
        return Meter.Type.COUNTER;
    }
}
