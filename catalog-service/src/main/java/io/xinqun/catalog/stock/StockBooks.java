package io.xinqun.catalog.stock;

import io.xinqun.catalog.stock.ReleaseExpired.ExpiredReservation;
import io.xinqun.kernel.total.Amounts;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/// What is written about stock: folded a moment behind the decisions.
public interface StockBooks {

    /// A unit's amounts and last decisions; empty if nobody ever counted or asked for it.
    Mono<UnitBook> unit(String unit);

    /// Held reservations that were due before the moment.
    Mono<List<ExpiredReservation>> expired(Instant before, int limit);

    /// The sum of all units, and those for which on hand is not free + held + sold.
    Mono<StockSum> sum();

    /// Replays the journal and compares: the units whose folded amounts differ, at most 100.
    Mono<Replay> replay();

    /// One unit. `position` is the journal position that last changed it.
    record UnitBook(
            String unit, Amounts amounts, int slot, long position, List<StockDecision> decisions) {}

    /// All units together.
    record StockSum(long units, Amounts amounts, List<String> violations) {}

    /// What a replay found.
    record Replay(long decisions, long lag, List<String> differences) {}
}
