package io.xinqun.catalog.model.product;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Where a product stands between the feed and the shop window.
public enum ProductState {
    /// Fed by its supplier, not yet looked at by an operator.
    DRAFT,
    /// Approved: listed and sold.
    ON_SALE,
    /// Taken back by an operator; may be approved again.
    OFF_SALE;

    /// The word for it in events and answers.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<ProductState> of(String code) {
        return Arrays.stream(values()).filter(state -> state.code().equals(code)).findFirst();
    }
}
