package io.xinqun.order.order;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What the owner of a stock unit is asked to do. Its id is derived, so sending it again is the
/// same command.
///
/// Shape: `reference` is the order, or `<order>~<attempt>` when stock is taken a second time;
/// `expiresAt` is there for reserves.
public record StockCommand(
        Verb verb, String reference, String unit, long quantity, @Nullable Instant expiresAt) {

    /// The verbs that an order uses.
    public enum Verb {
        RESERVE,
        CONFIRM,
        RELEASE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public String id() {
        return reference + ":" + verb.code() + ":" + unit;
    }
}
