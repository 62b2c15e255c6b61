package io.xinqun.catalog.feed.item;

import java.util.Locale;

/// Why an item of a feed was refused. The codes are part of the public contract.
public enum FeedCode {
    /// The line is not one JSON object.
    MALFORMED_LINE,
    /// The line is longer than a line may be.
    LINE_TOO_LONG,
    UNKNOWN_FIELD,
    MISSING_FIELD,
    /// The field has another JSON type; prices are whole fen, never text or decimals.
    WRONG_TYPE,
    /// Too long, too short, too many, too large, or not one of the words allowed.
    OUT_OF_RANGE,
    /// Control, invisible or direction-changing characters.
    FORBIDDEN_CHARACTER,
    PRICE_BELOW_SUPPLY,
    PRICE_ABOVE_DIRECT,
    /// Digital goods and services are not kept in stock.
    STOCK_NOT_KEPT,
    COUNTED_IN_FUTURE,
    /// The same feed version was used for other content.
    VERSION_REUSED,
    /// Two counts of the same moment differ.
    COUNT_REUSED,
    /// The SKU belongs to another product of the supplier.
    PRODUCT_CHANGED,
    /// The product is of another kind.
    KIND_CHANGED,
    TOO_MANY_SKUS,
    /// The record's key names another SKU than its value.
    KEY_MISMATCH,
    SUPPLIER_SUSPENDED,
    /// So many parallel feeds changed the product that this one found no gap; feed it again.
    BUSY;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
