package io.xinqun.catalog;

import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.docs.MeterDocumentation;

/// What the catalog measures, beside what the kernel measures everywhere.
public enum CatalogMetric implements MeterDocumentation {
    /// Items of feeds by what became of them.
    FEED_ITEMS("xinqun.feed.items", Meter.Type.COUNTER, Key.OUTCOME),
    /// Pieces of all stock units together, by part; onHand = free + held + sold.
    STOCK_PIECES("xinqun.stock.pieces", Meter.Type.GAUGE, Key.PART),
    /// Stock units for which on hand is not free + held + sold. Anything but 0 is an alarm.
    STOCK_VIOLATIONS("xinqun.stock.violations", Meter.Type.GAUGE, Key.NONE);

    private final String name;
    private final Meter.Type type;
    private final Key key;

    CatalogMetric(String name, Meter.Type type, Key key) {
        this.name = name;
        this.type = type;
        this.key = key;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public Meter.Type getType() {
        return type;
    }

    @Override
    public KeyName[] getKeyNames() {
        return key == Key.NONE ? new KeyName[0] : new KeyName[] {key};
    }

    /// The tags of a meter that has one key.
    public Tags tags(String value) {
        return Tags.of(key.asString(), value);
    }

    /// What the meters are told apart by.
    public enum Key implements KeyName {
        NONE(""),
        OUTCOME("outcome"),
        PART("part");

        private final String tag;

        Key(String tag) {
            this.tag = tag;
        }

        @Override
        public String asString() {
            return tag;
        }
    }
}
