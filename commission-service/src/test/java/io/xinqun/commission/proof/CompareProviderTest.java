package io.xinqun.commission.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.xinqun.commission.proof.ProviderBooks.ProviderBooksUnavailable;
import io.xinqun.kernel.money.Fen;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class CompareProviderTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");

    private final List<ProviderLine> theirs = new ArrayList<>();
    private final Map<String, Fen> ours = new TreeMap<>();
    private final Map<String, Instant> moved = new TreeMap<>();

    @Test
    void the_same_books_agree() {
        both("t1", null, 1_000, 6, NOON);
        both("t1", "r1", 1_000, 6, NOON);
        both("t2", null, 50, 0, NOON);

        assertThat(compare().compared()).isEqualTo(3);
        assertThat(compare().findings().count()).isZero();
        assertThat(compare().pending()).isZero();
    }

    @Test
    void another_amount_or_fee_is_a_difference() {
        both("t1", null, 1_000, 6, NOON);
        both("t2", null, 1_000, 6, NOON);
        ours.put("t1:receipt", Fen.of(999));
        ours.put("t2:fee", Fen.of(7));

        assertThat(compare().findings().examples())
                .containsExactly("t1:receipt is 999 here, 1000 there", "t2:fee is 7 here, 6 there");
    }

    @Test
    void a_line_that_we_do_not_have_is_a_difference_once_it_had_time_to_come() {
        theirs.add(line("old", null, 1_000, 6, NOON));
        theirs.add(line("new", null, 1_000, 6, NOW.minusSeconds(30)));

        assertThat(compare().findings().examples())
                .containsExactly("old:receipt is only in the provider's books");
        assertThat(compare().pending()).isEqualTo(1);
        assertThat(compare().lag()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void an_entry_that_they_do_not_have_is_a_difference_unless_it_is_at_an_edge() {
        moved.put("old:receipt", NOON);
        moved.put("new:receipt", NOW.minusSeconds(30));
        moved.put("midnight:receipt", Instant.parse("2026-11-21T16:00:30Z"));

        assertThat(compare().findings().examples())
                .containsExactly("old:receipt is only in our books");
        assertThat(compare().pending()).isEqualTo(2);
    }

    @Test
    void books_that_cannot_be_read_prove_nothing_and_accuse_nobody() {
        ProofReport.Provider report =
                compare(day ->
                        Flux.error(
                                new ProviderBooksUnavailable("away", new IllegalStateException())));

        assertThat(report.unavailable()).isEqualTo("away");
        assertThat(report.findings().count()).isZero();
    }

    @Test
    void a_day_that_is_over_is_compared_to_its_end() {
        assertThat(compare().cut()).isEqualTo(NOW);
        assertThat(comparison(day -> Flux.empty()).handle(DAY.minusDays(1)).block().cut())
                .isEqualTo(Instant.parse("2026-11-21T16:00:00Z"));
    }

    private void both(
            String transaction, @Nullable String refund, long amount, long fee, Instant at) {
        ProviderLine line = line(transaction, refund, amount, fee, at);
        theirs.add(line);
        ours.put(line.moneyEntry(), line.amount());
        if (fee > 0) {
            ours.put(line.feeEntry(), line.fee());
        }
        moved.put(line.moneyEntry(), at);
    }

    private static ProviderLine line(
            String transaction, @Nullable String refund, long amount, long fee, Instant at) {
        return new ProviderLine(transaction, refund, Fen.of(amount), Fen.of(fee), at);
    }

    private ProofReport.Provider compare() {
        return compare(day -> Flux.fromIterable(theirs));
    }

    private ProofReport.Provider compare(ProviderBooks books) {
        return comparison(books).handle(DAY).block();
    }

    private CompareProvider comparison(ProviderBooks books) {
        ProviderEntries entries =
                new ProviderEntries() {
                    @Override
                    public Mono<Map<String, Fen>> about(List<ProviderLine> lines) {
                        return Mono.just(ours);
                    }

                    @Override
                    public Flux<MovedEntry> moved(Instant from, Instant until) {
                        return Flux.fromIterable(moved.entrySet())
                                .map(entry -> new MovedEntry(entry.getKey(), entry.getValue()))
                                .filter(entry ->
                                        !entry.at().isBefore(from) && entry.at().isBefore(until));
                    }
                };
        return new CompareProvider(
                books,
                entries,
                Clock.fixed(NOW, ZoneOffset.UTC),
                new CompareProvider.Terms(ZoneId.of("Asia/Shanghai"), Duration.ofMinutes(2)));
    }
}
