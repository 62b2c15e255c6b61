package io.xinqun.catalog.stock;

import io.xinqun.kernel.total.Amounts;

/// The amounts of a stock unit and what has to be true of them.
///
/// Shape: `free` may be reserved, `held` is reserved and not paid, `sold` is paid; `onHand` changes
/// only by counts and equals free + held + sold at every moment. `short` is how many pieces are
/// promised beyond what the supplier counted; the next releases fill it. Units: pieces.
public final class StockAmounts {

    public static final String FREE = "free";
    public static final String HELD = "held";
    public static final String SOLD = "sold";
    public static final String ON_HAND = "onHand";
    public static final String SHORT = "short";
    public static final String COUNTED_AT = "countedAt";

    private StockAmounts() {}

    /// Whether the supplier has ever counted it.
    public static boolean isKnown(Amounts amounts) {
        return amounts.get(COUNTED_AT) != 0;
    }

    /// On hand = free + held + sold, and nothing below zero.
    public static boolean holds(Amounts amounts) {
        return amounts.get(ON_HAND) == amounts.get(FREE) + amounts.get(HELD) + amounts.get(SOLD)
                && amounts.get(FREE) >= 0
                && amounts.get(HELD) >= 0
                && amounts.get(SOLD) >= 0;
    }
}
