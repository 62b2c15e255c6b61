package io.xinqun.catalog.model.product;

import java.time.Instant;

/// How many pieces the supplier had to sell at a moment, everything sold until then already taken
/// out. A count is ordered by its own moment, not by the feed version of the item that brings it.
public record StockCount(long count, Instant countedAt) {}
