package io.xinqun.order.order.deal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody wants to buy.
///
/// Shape: 1..50 items, each SKU once.
public record Basket(
        String buyer,
        List<Item> items,
        @Nullable String attributionToken,
        @Nullable String community) {

    /// More lines than this are not one purchase of a person; it also bounds the document.
    public static final int MAXIMUM_LINES = 50;

    /// More pieces than this are a trade customer's order, and a product of prices that overflows.
    public static final int MAXIMUM_QUANTITY = 9_999;

    public Basket {
        items = List.copyOf(items);
    }

    /// Shape: `offerVersion` is the version of the offer that the buyer saw, if he names it.
    public record Item(String skuId, long quantity, @Nullable Long offerVersion) {}
}
