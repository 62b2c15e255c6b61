package io.xinqun.catalog.model.supplier;

import java.util.Locale;

/// Whether a supplier may sell.
public enum SupplierStatus {
    ACTIVE,
    /// Feeds are refused, its goods are hidden; open orders go on.
    SUSPENDED;

    /// The word for it in answers.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
