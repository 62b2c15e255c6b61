package io.xinqun.commission.ledger.sold;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What plans see of an order.
///
/// Shape: `second` says whether there is a curator who earns the second level; `curatorLevel` is
/// the sharer's.
public record SoldOrder(
        List<SoldLine> lines, Through through, boolean second, @Nullable String curatorLevel) {

    public SoldOrder {
        lines = List.copyOf(lines);
    }

    /// Whose link the buyer came by.
    public enum Through {
        CURATOR,
        /// The buyer's own.
        SELF,
        NOBODY
    }
}
