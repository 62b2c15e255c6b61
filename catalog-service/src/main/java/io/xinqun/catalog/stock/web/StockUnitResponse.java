package io.xinqun.catalog.stock.web;

import io.xinqun.catalog.stock.StockAmounts;
import io.xinqun.catalog.stock.StockBooks.UnitBook;
import io.xinqun.catalog.stock.StockDecision;
import io.xinqun.kernel.total.Amounts;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A stock unit with its last decisions, newest first. `missing` are pieces promised beyond what
/// the supplier counted.
public record StockUnitResponse(
        String unit,
        long free,
        long held,
        long sold,
        long onHand,
        long missing,
        boolean holds,
        @Nullable Instant countedAt,
        int slot,
        long position,
        List<DecisionResponse> decisions) {

    /// One decision; `free` is what was free right after it.
    public record DecisionResponse(
            String commandId,
            String verb,
            @Nullable String orderId,
            long quantity,
            String outcome,
            long free,
            Instant at) {}

    static StockUnitResponse of(UnitBook book) {
        Amounts amounts = book.amounts();
        return new StockUnitResponse(
                book.unit(),
                amounts.get(StockAmounts.FREE),
                amounts.get(StockAmounts.HELD),
                amounts.get(StockAmounts.SOLD),
                amounts.get(StockAmounts.ON_HAND),
                amounts.get(StockAmounts.SHORT),
                StockAmounts.holds(amounts),
                StockAmounts.isKnown(amounts)
                        ? Instant.ofEpochMilli(amounts.get(StockAmounts.COUNTED_AT))
                        : null,
                book.slot(),
                book.position(),
                book.decisions().stream().map(StockUnitResponse::decision).toList());
    }

    private static DecisionResponse decision(StockDecision decided) {
        return new DecisionResponse(
                decided.commandId(),
                decided.verb(),
                decided.orderId(),
                decided.quantity(),
                decided.outcome(),
                decided.free(),
                decided.at());
    }
}
