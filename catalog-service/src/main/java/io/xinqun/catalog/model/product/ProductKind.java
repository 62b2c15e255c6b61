package io.xinqun.catalog.model.product;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a product is. Only goods are kept in stock and shipped; a digital product is received with
/// its payment, a service when it is rendered.
public enum ProductKind {
    GOODS,
    DIGITAL,
    SERVICE;

    /// The word for it in feeds, events and answers.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isKeptInStock() {
        return this == GOODS;
    }

    public static Optional<ProductKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
