package io.xinqun.commission.accrual.followup;

import io.xinqun.commission.accrual.followup.Decided.Verdict;
import io.xinqun.commission.accrual.followup.OpenBooking.PendingEntry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import reactor.core.publisher.Mono;

/// Closes the bookings whose entries are all posted and folded, and says what it had to leave.
///
/// State: a booking with a refused entry, or one that leaves money on the deposit, stays open: it
/// explains the deposit and is an alarm when it is old. A pass goes from the oldest on and ends at
/// the first batch of which none could be closed, so that a backlog is not read again and again;
/// after a pass that closed nothing the next one reads all, so that what stays open at the front
/// holds nobody up.
public final class CloseBookings {

    /// 200 bookings of some ten entries are one read of 2,000 small documents.
    private static final int BATCH = 200;

    private final OpenBookings bookings;
    private final Decided decided;
    private final Clock clock;
    private final AtomicBoolean wholePass = new AtomicBoolean(true);

    public CloseBookings(OpenBookings bookings, Decided decided, Clock clock) {
        this.bookings = bookings;
        this.decided = decided;
        this.clock = clock;
    }

    public Mono<Result> handle() {
        boolean whole = wholePass.get();
        return decided.folded()
                .flatMap(folded ->
                        bookings.open()
                                .buffer(BATCH)
                                .concatMap(batch -> closeDone(batch, folded), 1)
                                .takeUntil(result -> !whole && result.closed() == 0)
                                .reduce(Result.NOTHING, Result::plus))
                .zipWhen(result -> bookings.count(), Result::withOpen)
                .doOnNext(result -> wholePass.set(result.closed() == 0));
    }

    private Mono<Result> closeDone(List<OpenBooking> batch, Map<Integer, Long> folded) {
        List<PendingEntry> entries =
                batch.stream().flatMap(booking -> booking.entries().stream()).toList();
        Instant now = clock.instant();
        return decided.about(entries)
                .flatMap(verdicts -> {
                    List<String> done =
                            batch.stream()
                                    .filter(booking -> isDone(booking, verdicts, folded))
                                    .map(OpenBooking::id)
                                    .toList();
                    Result result = result(batch, done, verdicts, now);
                    return done.isEmpty()
                            ? Mono.just(result)
                            : bookings.close(done, now).thenReturn(result);
                });
    }

    private static boolean isDone(
            OpenBooking booking, Map<String, Verdict> verdicts, Map<Integer, Long> folded) {
        return booking.complete()
                && booking.depositInTheEnd().isZero()
                && booking.entries().stream()
                        .map(entry -> verdicts.get(entry.id()))
                        .allMatch(verdict ->
                                verdict != null && verdict.posted() && verdict.isUpTo(folded));
    }

    private static Result result(
            List<OpenBooking> batch,
            List<String> done,
            Map<String, Verdict> verdicts,
            Instant now) {
        Duration oldest =
                batch.stream()
                        .filter(booking -> !done.contains(booking.id()))
                        .map(booking -> Duration.between(booking.openSince(), now))
                        .reduce(Duration.ZERO, Result::longer);
        long refused = verdicts.values().stream().filter(verdict -> !verdict.posted()).count();
        return new Result(done.size(), batch.size() - done.size(), refused, oldest);
    }

    /// Shape: bookings closed, all that are open after the pass, entries refused among those that
    /// the pass has read, age of the longest open one.
    public record Result(long closed, long open, long refused, Duration oldest) {

        static final Result NOTHING = new Result(0, 0, 0, Duration.ZERO);

        Result plus(Result more) {
            return new Result(
                    closed + more.closed,
                    open + more.open,
                    refused + more.refused,
                    longer(oldest, more.oldest));
        }

        Result withOpen(long count) {
            return new Result(closed, count, refused, oldest);
        }

        private static Duration longer(Duration one, Duration other) {
            return one.compareTo(other) >= 0 ? one : other;
        }
    }
}
