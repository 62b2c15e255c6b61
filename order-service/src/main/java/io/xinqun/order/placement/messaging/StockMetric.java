package io.xinqun.order.placement.messaging;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.docs.MeterDocumentation;

/// What is counted about the stock of orders.
enum StockMetric implements MeterDocumentation {
    /// Paid orders whose stock was gone: must stay zero, a person has to act on each.
    CONFIRM_REFUSED("xinqun.order.stock.confirm.refused");

    private final String name;

    StockMetric(String name) {
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
