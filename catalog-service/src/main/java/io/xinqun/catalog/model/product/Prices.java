package io.xinqun.catalog.model.product;

import io.xinqun.kernel.money.Fen;
import org.jspecify.annotations.Nullable;

/// What one SKU costs whom.
///
/// Shape: `supply` is what the supplier gets, `direct` what anybody pays, `member` and `curator`
/// what members and buyers with a curator's link pay, if there is such a price. Units: fen per
/// piece. Nobody sells below `supply`, and a favour is never dearer than `direct`.
public record Prices(Fen supply, Fen direct, @Nullable Fen member, @Nullable Fen curator) {

    /// Whether some price would lose money on each piece.
    public boolean isBelowSupply() {
        return below(direct, supply) || below(member, supply) || below(curator, supply);
    }

    /// Whether a favour costs more than the price for everybody.
    public boolean isAboveDirect() {
        return below(direct, member) || below(direct, curator);
    }

    /// The price for a buyer who came through a curator's valid link: the better of the two.
    public Fen withCurator() {
        return curator == null ? direct : curator.min(direct);
    }

    private static boolean below(@Nullable Fen price, @Nullable Fen bound) {
        return price != null && bound != null && price.compareTo(bound) < 0;
    }
}
