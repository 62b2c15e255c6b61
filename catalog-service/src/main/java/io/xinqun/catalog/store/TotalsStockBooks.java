package io.xinqun.catalog.store;

import io.xinqun.catalog.stock.ReleaseExpired.ExpiredReservation;
import io.xinqun.catalog.stock.Reservation;
import io.xinqun.catalog.stock.StockAmounts;
import io.xinqun.catalog.stock.StockBooks;
import io.xinqun.catalog.stock.StockDecision;
import io.xinqun.kernel.total.Amounts;
import io.xinqun.kernel.total.Slots;
import io.xinqun.kernel.total.journal.SlotProof;
import io.xinqun.kernel.total.journal.TotalsProof;
import io.xinqun.kernel.total.mongo.StoredTotal;
import io.xinqun.kernel.total.mongo.TotalsView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The books of stock as the totals' folder writes them.
public final class TotalsStockBooks implements StockBooks {

    private static final int DECISIONS_SHOWN = 50;
    private static final int FAULTS_SHOWN = 100;

    private final TotalsView view;
    private final TotalsProof proof;
    private final Slots slots;

    public TotalsStockBooks(TotalsView view, TotalsProof proof, Slots slots) {
        this.view = view;
        this.proof = proof;
        this.slots = slots;
    }

    @Override
    public Mono<UnitBook> unit(String unit) {
        Mono<List<StockDecision>> decisions =
                view.decisions(unit, null, DECISIONS_SHOWN)
                        .map(stored -> StockDecision.of(stored.decision()))
                        .collectList();
        return view.total(unit)
                .zipWith(
                        decisions,
                        (total, last) ->
                                new UnitBook(
                                        unit,
                                        total.amounts(),
                                        total.slot(),
                                        total.position(),
                                        last));
    }

    @Override
    public Mono<List<ExpiredReservation>> expired(Instant before, int limit) {
        return view.itemsDue(Reservation.HELD, before, limit)
                .map(item -> new ExpiredReservation(Reservation.orderId(item), item.total()))
                .collectList();
    }

    @Override
    public Mono<StockSum> sum() {
        return view.all().collect(Sum::new, Sum::add).map(Sum::result);
    }

    /// One slot after the other: a proof is thorough, not quick, and orders go on meanwhile.
    @Override
    public Mono<Replay> replay() {
        return Flux.range(0, slots.count())
                .concatMap(proof::prove)
                .reduce(new Replay(0, 0, List.of()), TotalsStockBooks::plus);
    }

    private static Replay plus(Replay sofar, SlotProof slot) {
        List<String> differences =
                Stream.concat(
                                sofar.differences().stream(),
                                slot.differences().stream().map(SlotProof.Difference::total))
                        .limit(FAULTS_SHOWN)
                        .toList();
        return new Replay(
                sofar.decisions() + slot.decisions(), sofar.lag() + slot.lag(), differences);
    }

    /// Adds units up while they stream by.
    private static final class Sum {

        private static final List<String> PARTS =
                List.of(
                        StockAmounts.FREE,
                        StockAmounts.HELD,
                        StockAmounts.SOLD,
                        StockAmounts.ON_HAND,
                        StockAmounts.SHORT);

        private long units;
        private Amounts amounts = Amounts.NONE;
        private final List<String> violations = new ArrayList<>();

        void add(StoredTotal total) {
            units++;
            for (String part : PARTS) {
                amounts = amounts.plus(part, total.amounts().get(part));
            }
            if (!StockAmounts.holds(total.amounts()) && violations.size() < FAULTS_SHOWN) {
                violations.add(total.total());
            }
        }

        StockSum result() {
            return new StockSum(units, amounts, List.copyOf(violations));
        }
    }
}
