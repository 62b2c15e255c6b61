package io.xinqun.order.order.deal;

import io.xinqun.order.order.line.PriceReason;
import org.jspecify.annotations.Nullable;

/// Through whom a buyer came, as far as it counts.
///
/// Shape: `binding` is absent when nobody may earn; with [PriceReason#OWN_LINK] it is the buyer's
/// own, and only a plan that allows own purchases pays on it.
public record Attributed(@Nullable Binding binding, PriceReason reason) {

    public boolean counts() {
        return reason == PriceReason.CURATOR_LINK;
    }

    public static Attributed nobody(PriceReason reason) {
        return new Attributed(null, reason);
    }
}
