package io.xinqun.commission.accrual.followup;

import io.xinqun.commission.accrual.followup.Decided.Verdict;
import io.xinqun.commission.accrual.followup.OpenBooking.PendingEntry;
import io.xinqun.kernel.money.Fen;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/// Which part of the customers' deposit the open bookings explain, as of a place in each journal.
///
/// Shape: ask for the cut first and for the explanation afterwards: a booking that is closed has
/// all its entries in every later cut, so only open and freshly closed ones matter. Units: fen,
/// debits positive, as the account itself.
public final class ExplainDeposit {

    private static final int BATCH = 200;

    /// Bookings closed this long before the cut are all in it, however far the clocks of the
    /// instances are apart.
    private static final Duration CLOCKS_APART = Duration.ofSeconds(30);

    private final OpenBookings bookings;
    private final Decided decided;

    public ExplainDeposit(OpenBookings bookings, Decided decided) {
        this.bookings = bookings;
        this.decided = decided;
    }

    public Mono<Explanation> handle(Map<Integer, Long> cut, Instant cutAt) {
        return bookings.openSince(cutAt.minus(CLOCKS_APART))
                .buffer(BATCH)
                .concatMap(batch -> explain(batch, cut))
                .reduce(Explanation.NOTHING, Explanation::plus);
    }

    private Mono<Explanation> explain(List<OpenBooking> batch, Map<Integer, Long> cut) {
        List<PendingEntry> entries =
                batch.stream()
                        .flatMap(booking -> booking.entries().stream())
                        .filter(entry -> !entry.deposit().isZero())
                        .toList();
        return decided.about(entries)
                .map(verdicts ->
                        batch.stream()
                                .map(booking -> explain(booking, verdicts, cut))
                                .reduce(Explanation.NOTHING, Explanation::plus));
    }

    private static Explanation explain(
            OpenBooking booking, Map<String, Verdict> verdicts, Map<Integer, Long> cut) {
        Fen sum = Fen.ZERO;
        for (PendingEntry entry : booking.entries()) {
            Verdict verdict = verdicts.get(entry.id());
            if (verdict != null && verdict.posted() && verdict.isUpTo(cut)) {
                sum = sum.plus(entry.deposit());
            }
        }
        return sum.isZero() ? Explanation.NOTHING : new Explanation(sum, 1, booking.openSince());
    }

    /// Shape: how many bookings have money on the deposit, and since when the first of them.
    public record Explanation(Fen amount, long bookings, Instant oldest) {

        static final Explanation NOTHING = new Explanation(Fen.ZERO, 0, Instant.MAX);

        Explanation plus(Explanation more) {
            return new Explanation(
                    amount.plus(more.amount),
                    bookings + more.bookings,
                    oldest.isBefore(more.oldest) ? oldest : more.oldest);
        }
    }
}
