package io.xinqun.kernel.outbox;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.docs.MeterDocumentation;

/// The life of an entry in numbers: waiting in its document, under way, published (and then taken
/// out), or failed and resubmitted. Every metric has the tag `collection`.
public enum OutboxMetric implements MeterDocumentation {
    /// Acknowledged by the log, by `type`.
    PUBLISHED("xinqun.outbox.published", Meter.Type.COUNTER),
    /// Failed attempts, by `type` and `reason`; the sweeper tries again.
    FAILED("xinqun.outbox.failed", Meter.Type.COUNTER),
    /// Documents that the sweeper brought to the relay.
    RESUBMITTED("xinqun.outbox.resubmitted", Meter.Type.COUNTER),
    /// Published entries taken out of their documents.
    CLEARED("xinqun.outbox.cleared", Meter.Type.COUNTER),
    /// Documents that found no room at the relay and were left to the sweeper.
    OVERFLOWED("xinqun.outbox.overflowed", Meter.Type.COUNTER),
    /// Steps of relay, clearing or sweeper that failed, by `part`.
    STEP_FAILURES("xinqun.outbox.step.failures", Meter.Type.COUNTER),
    /// Documents with leftovers that the last walk saw, or the present one if it has seen more.
    LEFT("xinqun.outbox.left", Meter.Type.GAUGE),
    /// Age in seconds of the oldest leftover that the last walk saw; 0 when there was none.
    OLDEST("xinqun.outbox.oldest.age", Meter.Type.GAUGE);

    private final String name;
    private final Meter.Type type;

    OutboxMetric(String name, Meter.Type type) {
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
