package io.xinqun.order.order.deal;

import io.xinqun.kernel.money.Fen;
import io.xinqun.order.order.line.OrderLine.Article;
import org.jspecify.annotations.Nullable;

/// What is known of a SKU and its product: the newest state that the catalog has told.
///
/// Shape: `version` is the product's sequence at the catalog; `maxPerOrder` at least 1. Units: fen
/// per piece.
public record Offer(
        Article article, boolean onSale, Prices prices, long maxPerOrder, long version) {

    /// What the supplier gets and what the buyer pays; `curator` only through a valid link.
    public record Prices(Fen supply, Fen direct, @Nullable Fen curator) {}
}
