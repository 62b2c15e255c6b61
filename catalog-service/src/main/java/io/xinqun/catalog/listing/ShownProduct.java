package io.xinqun.catalog.listing;

import io.xinqun.catalog.model.product.Prices;
import io.xinqun.catalog.model.product.Product;
import io.xinqun.catalog.model.product.Sku;
import io.xinqun.kernel.money.Fen;
import java.util.Set;

/// A product as one buyer sees it.
///
/// Shape: `soldOut` are stock units of which nothing is free.
public record ShownProduct(Product product, boolean throughCurator, Set<String> soldOut) {

    /// What it costs this buyer, and which of the prices that is.
    public record Price(Fen amount, String tier) {}

    /// The lowest price that this buyer is entitled to here.
    public Price price(Sku sku) {
        Prices prices = sku.terms().prices();
        return throughCurator && prices.withCurator().compareTo(prices.direct()) < 0
                ? new Price(prices.withCurator(), "curator")
                : new Price(prices.direct(), "direct");
    }

    public boolean isSoldOut(Sku sku) {
        return product.details().kind().isKeptInStock() && soldOut.contains(sku.stockUnit());
    }
}
