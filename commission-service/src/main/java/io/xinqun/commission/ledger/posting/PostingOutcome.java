package io.xinqun.commission.ledger.posting;

import java.util.Locale;

/// What the owner of a slot can say about an entry. Only [#POSTED] moved money.
public enum PostingOutcome {
    POSTED,

    /// The entry is not balanced or touches what it may not: a defect of its sender.
    MALFORMED,

    /// A part of the wallet would fall below zero.
    OVERDRAFT,

    /// Another entry has filled the lot of this order line already.
    LOT_TAKEN;

    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
