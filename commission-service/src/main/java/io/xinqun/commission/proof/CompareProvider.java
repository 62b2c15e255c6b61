package io.xinqun.commission.proof;

import io.xinqun.commission.proof.ProviderBooks.ProviderBooksUnavailable;
import io.xinqun.commission.proof.ProviderEntries.MovedEntry;
import io.xinqun.kernel.money.Fen;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/// Compares the provider's books of a business day with our entries, transaction by transaction and
/// in both directions: amount and fee of every line, and no receipt or refund that only we have.
///
/// Shape: both sides are read as streams; of the provider's only 8 bytes per line are kept. State:
/// what moved less than `patience` ago may still be on its way on either side, and what is that
/// close to a day's edge may be in the next bill: it is pending, not a difference.
public final class CompareProvider {

    private static final int BATCH = 200;

    private final ProviderBooks books;
    private final ProviderEntries entries;
    private final Clock clock;
    private final Terms terms;

    public CompareProvider(ProviderBooks books, ProviderEntries entries, Clock clock, Terms terms) {
        this.books = books;
        this.entries = entries;
        this.clock = clock;
        this.terms = terms;
    }

    public Mono<ProofReport.Provider> handle(LocalDate day) {
        Instant now = clock.instant();
        Instant end = day.plusDays(1).atStartOfDay(terms.zone()).toInstant();
        Cut cut = new Cut(day, end.isBefore(now) ? end : now, now.minus(terms.patience()));
        KeySet seen = new KeySet();
        Mono<Tally> theirs =
                books.of(day)
                        .doOnNext(line -> seen.add(line.moneyEntry()))
                        .buffer(BATCH)
                        .concatMap(lines -> compare(lines, cut))
                        .reduce(Tally.NOTHING, Tally::plus);
        return theirs.flatMap(tally -> onlyOurs(seen, cut).map(tally::plus))
                .map(tally -> tally.report(cut, now))
                .onErrorResume(
                        ProviderBooksUnavailable.class,
                        away -> Mono.just(unavailable(cut, away.reason())));
    }

    private Mono<Tally> compare(List<ProviderLine> lines, Cut cut) {
        return entries.about(lines)
                .map(ours ->
                        lines.stream()
                                .map(line -> compare(line, ours, cut))
                                .reduce(Tally.NOTHING, Tally::plus));
    }

    private static Tally compare(ProviderLine line, Map<String, Fen> ours, Cut cut) {
        Fen money = ours.get(line.moneyEntry());
        Fen fee = ours.getOrDefault(line.feeEntry(), Fen.ZERO);
        if (money == null && line.at().isAfter(cut.settled())) {
            return Tally.pending(line.at());
        }
        if (money == null) {
            return Tally.different(line.moneyEntry() + " is only in the provider's books");
        }
        if (!money.equals(line.amount())) {
            return Tally.different(differs(line.moneyEntry(), money, line.amount()));
        }
        if (fee.equals(line.fee())) {
            return Tally.SAME;
        }
        return line.at().isAfter(cut.settled())
                ? Tally.pending(line.at())
                : Tally.different(differs(line.feeEntry(), fee, line.fee()));
    }

    private static String differs(String entry, Fen ours, Fen theirs) {
        return entry + " is " + ours.amount() + " here, " + theirs.amount() + " there";
    }

    private Mono<Tally> onlyOurs(KeySet seen, Cut cut) {
        Instant from = cut.day().atStartOfDay(terms.zone()).toInstant();
        Instant surelyIn = from.plus(terms.patience());
        Instant surelyOut = cut.at().minus(terms.patience());
        return entries.moved(from, cut.at())
                .filter(entry -> !seen.contains(entry.id()))
                .map(entry -> onlyOurs(entry, surelyIn, surelyOut))
                .reduce(Tally.NOTHING, Tally::plus);
    }

    private static Tally onlyOurs(MovedEntry entry, Instant surelyIn, Instant surelyOut) {
        return entry.at().isBefore(surelyIn) || entry.at().isAfter(surelyOut)
                ? Tally.pending(entry.at())
                : Tally.different(entry.id() + " is only in our books");
    }

    private static ProofReport.Provider unavailable(Cut cut, String reason) {
        return new ProofReport.Provider(
                cut.day(), cut.at(), 0, 0, Duration.ZERO, reason, Findings.NONE);
    }

    /// The provider's day, and how long money may be known to one side only.
    public record Terms(ZoneId zone, Duration patience) {}

    private record Cut(LocalDate day, Instant at, Instant settled) {}

    private record Tally(long compared, long pending, Instant oldest, Findings findings) {

        private static final Tally NOTHING = new Tally(0, 0, Instant.MAX, Findings.NONE);
        private static final Tally SAME = new Tally(1, 0, Instant.MAX, Findings.NONE);

        static Tally pending(Instant at) {
            return new Tally(0, 1, at, Findings.NONE);
        }

        static Tally different(String example) {
            return new Tally(1, 0, Instant.MAX, Findings.of(example));
        }

        Tally plus(Tally more) {
            return new Tally(
                    compared + more.compared,
                    pending + more.pending,
                    oldest.isBefore(more.oldest) ? oldest : more.oldest,
                    findings.plus(more.findings));
        }

        ProofReport.Provider report(Cut cut, Instant now) {
            Duration lag = pending == 0 ? Duration.ZERO : Duration.between(oldest, now);
            return new ProofReport.Provider(
                    cut.day(), cut.at(), compared, pending, lag, null, findings);
        }
    }
}
