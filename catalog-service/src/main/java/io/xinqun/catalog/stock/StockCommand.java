package io.xinqun.catalog.stock;

import java.time.Instant;

/// What may be asked of the owner of a stock unit.
public sealed interface StockCommand {

    String unit();

    /// The word for it in ids and outcomes.
    String verb();

    /// A command that speaks for an order.
    sealed interface OfOrder extends StockCommand {

        String orderId();
    }

    /// Holds pieces for an order until `expiresAt`, which is later than its payment deadline.
    record Reserve(String orderId, String unit, long quantity, Instant expiresAt)
            implements OfOrder {

        @Override
        public String verb() {
            return "reserve";
        }
    }

    /// The order is paid: what was held is sold.
    record Confirm(String orderId, String unit) implements OfOrder {

        @Override
        public String verb() {
            return "confirm";
        }
    }

    /// What was held is free again; before its reserve it refuses that reserve.
    record Release(String orderId, String unit, String reason) implements OfOrder {

        /// The reason of a release that nobody but the deadline asked for.
        public static final String EXPIRED = "expired";

        @Override
        public String verb() {
            return "release";
        }

        /// The same id whoever sends it, so that two releases of one reservation are one command.
        public String id() {
            return orderId + ":release:" + unit;
        }
    }

    /// What the supplier had to sell at a moment; see [StockRule].
    record Count(String unit, long count, Instant countedAt) implements StockCommand {

        @Override
        public String verb() {
            return "count";
        }
    }
}
