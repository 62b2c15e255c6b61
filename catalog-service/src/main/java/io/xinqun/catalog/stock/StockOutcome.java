package io.xinqun.catalog.stock;

import java.util.Locale;

/// What the owner of a stock unit answers.
public enum StockOutcome {
    /// The pieces are held.
    RESERVED,
    /// Fewer pieces are free than asked for; nothing is held, for good.
    SOLD_OUT,
    /// There is nothing to act on: a reserve whose release came first, a confirm of nothing held.
    REFUSED,
    CONFIRMED,
    RELEASED,
    /// It was so already.
    NO_OP,
    COUNTED,
    /// The count is not newer than the one that holds, or older than the sales on record.
    STALE,
    /// Nobody has counted this unit yet.
    UNKNOWN_UNIT;

    /// The word for it in events.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
