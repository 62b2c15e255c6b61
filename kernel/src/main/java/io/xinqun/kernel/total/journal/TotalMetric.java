package io.xinqun.kernel.total.journal;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.docs.MeterDocumentation;

/// What the owners of totals measure. Every metric has the tag `totals`, the name of the set.
public enum TotalMetric implements MeterDocumentation {
    /// Commands that were answered, repeats too.
    COMMANDS("xinqun.total.commands", Meter.Type.COUNTER),
    /// Decisions appended to a journal, by `outcome`.
    DECISIONS("xinqun.total.decisions", Meter.Type.COUNTER),
    /// Journal entries appended; commands per entry tell how well batches are filled.
    ENTRIES("xinqun.total.entries", Meter.Type.COUNTER),
    /// Appends lost to another owner. More than a few after a rebalance means that two owners run.
    LOST("xinqun.total.appends.lost", Meter.Type.COUNTER),
    /// Journal entries folded.
    FOLDED("xinqun.total.folded", Meter.Type.COUNTER),
    /// Failed attempts of owner or folder, by `part`; both try for ever.
    FAILURES("xinqun.total.failures", Meter.Type.COUNTER);

    private final String name;
    private final Meter.Type type;

    TotalMetric(String name, Meter.Type type) {
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
