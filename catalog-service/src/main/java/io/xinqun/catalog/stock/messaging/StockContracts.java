package io.xinqun.catalog.stock.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The data of stock commands and of their outcome, as they travel.
final class StockContracts {

    static final String RESERVE = "stock.reserve.v1";
    static final String CONFIRM = "stock.confirm.v1";
    static final String RELEASE = "stock.release.v1";
    static final String COUNT = "stock.count.v1";
    static final String DECIDED = "stock.decided.v1";

    private StockContracts() {}

    /// `stock.reserve.v1`.
    record ReserveContract(String orderId, String unit, long quantity, Instant expiresAt) {}

    /// `stock.confirm.v1`.
    record ConfirmContract(String orderId, String unit) {}

    /// `stock.release.v1`.
    record ReleaseContract(String orderId, String unit, String reason) {}

    /// `stock.count.v1`; the feed version that it also carries decides nothing.
    record CountContract(String unit, long count, Instant countedAt) {}

    /// `stock.decided.v1`.
    record DecidedContract(
            String commandId,
            String verb,
            @Nullable String orderId,
            String unit,
            @Nullable Long quantity,
            String outcome,
            long free) {}
}
