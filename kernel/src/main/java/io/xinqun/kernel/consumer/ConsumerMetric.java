package io.xinqun.kernel.consumer;

import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.docs.MeterDocumentation;

/// What a consumer group tells about itself. Every meter has the tag `group`.
public enum ConsumerMetric implements MeterDocumentation {
    /// Records of this instance's partitions that it has not read yet, as of its last look.
    LAG("xinqun.consumer.lag", Meter.Type.GAUGE),
    /// Records whose effect is durable.
    HANDLED("xinqun.consumer.handled", Meter.Type.COUNTER),
    /// Events of types that nobody here asked for, and tombstones.
    IGNORED("xinqun.consumer.ignored", Meter.Type.COUNTER),
    /// Attempts that failed and will be made again. A rising rate is an outage.
    RETRIED("xinqun.consumer.retried", Meter.Type.COUNTER),
    /// Records that went to the dead-letter topic; tag `reason`. Each one wants a person.
    DEAD("xinqun.consumer.dead.letters", Meter.Type.COUNTER),
    /// Records that were parked behind something not known yet.
    PARKED("xinqun.consumer.parked", Meter.Type.COUNTER),
    /// Parked records whose effect is durable now.
    RELEASED("xinqun.consumer.released", Meter.Type.COUNTER),
    /// Keys that wait now. One that stays means a lost cause.
    PARKED_KEYS("xinqun.consumer.parked.keys", Meter.Type.GAUGE),
    /// Partitions that are paused after a failure.
    PAUSED_PARTITIONS("xinqun.consumer.paused.partitions", Meter.Type.GAUGE);

    private final String meter;
    private final Meter.Type type;

    ConsumerMetric(String meter, Meter.Type type) {
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
        return this == DEAD ? new KeyName[] {Tag.GROUP, Tag.REASON} : new KeyName[] {Tag.GROUP};
    }

    /// The tags of these meters.
    public enum Tag implements KeyName {
        GROUP,
        REASON;

        @Override
        public String asString() {
            return this == GROUP ? "group" : "reason";
        }
    }
}
