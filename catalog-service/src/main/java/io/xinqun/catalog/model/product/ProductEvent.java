package io.xinqun.catalog.model.product;

import org.jspecify.annotations.Nullable;

/// What a change of a product tells others.
public sealed interface ProductEvent {

    /// The whole offer as it is now.
    record OfferChanged() implements ProductEvent {}

    /// A command to the owner of the SKU's stock.
    record StockCounted(String skuId, long feedVersion, StockCount count) implements ProductEvent {}

    /// Who and what made the change, for the envelope of the event.
    record Cause(@Nullable String account, @Nullable String role, @Nullable String id) {

        public static final Cause FEED = new Cause(null, null, null);
    }
}
