package io.xinqun.commission.accrual.followup;

import static org.assertj.core.api.Assertions.assertThat;

import io.xinqun.commission.accrual.followup.Decided.Verdict;
import io.xinqun.commission.accrual.followup.ExplainDeposit.Explanation;
import io.xinqun.commission.accrual.followup.OpenBooking.PendingEntry;
import io.xinqun.kernel.money.Fen;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class FollowUpTest {

    private static final Instant SINCE = Instant.parse("2026-11-22T08:00:00Z");
    private static final Instant NOW = SINCE.plusSeconds(90);

    private final Map<String, Verdict> verdicts = new TreeMap<>();
    private final List<OpenBooking> open = new ArrayList<>();
    private final List<String> closed = new ArrayList<>();

    @Test
    void a_booking_is_closed_when_all_its_entries_are_posted_and_folded() {
        open.add(booking("o1", true, -100, 60, 40));
        posted("o1", 0, 5);
        posted("o1", 1, 6);
        posted("o1", 2, 7);

        assertThat(close(6).closed()).isZero();
        assertThat(close(7).closed()).isEqualTo(1);
        assertThat(closed).containsExactly("o1");
    }

    @Test
    void a_booking_with_an_entry_on_its_way_or_refused_stays_open_and_grows_old() {
        open.add(booking("way", true, -100, 100));
        open.add(booking("refused", true, -100, 100));
        posted("way", 0, 1);
        posted("refused", 0, 1);
        verdicts.put("refused-1", new Verdict(3, 2, false));

        CloseBookings.Result result = close(9);

        assertThat(closed).isEmpty();
        assertThat(result.open()).isEqualTo(2);
        assertThat(result.refused()).isEqualTo(1);
        assertThat(result.oldest()).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void a_payment_that_has_not_gone_back_stays_open() {
        open.add(booking("late", false, -100));
        posted("late", 0, 1);

        assertThat(close(9).open()).isEqualTo(1);
    }

    @Test
    void a_booking_that_leaves_money_on_the_deposit_stays_open() {
        open.add(booking("rest", true, -100, 99));
        posted("rest", 0, 1);
        posted("rest", 1, 1);

        assertThat(close(9).open()).isEqualTo(1);
    }

    @Test
    void a_backlog_is_not_read_to_its_end_and_nobody_waits_for_those_that_stay_open() {
        for (int stuck = 0; stuck < 200; stuck++) {
            open.add(booking("stuck-" + stuck, false, -100));
        }
        for (int done = 0; done < 300; done++) {
            open.add(booking("done-" + done, true, -100, 100));
            posted("done-" + done, 0, 1);
            posted("done-" + done, 1, 1);
        }
        CloseBookings closing = closing(9);

        CloseBookings.Result first = closing.handle().block();
        open.removeIf(booking -> closed.contains(booking.id()));
        open.add(booking("new", true, -100, 100));
        posted("new", 0, 1);
        posted("new", 1, 1);
        CloseBookings.Result second = closing.handle().block();
        CloseBookings.Result third = closing.handle().block();

        assertThat(first).extracting("closed", "open").containsExactly(300L, 200L);
        assertThat(second).extracting("closed", "open").containsExactly(0L, 201L);
        assertThat(third).extracting("closed", "open").containsExactly(1L, 200L);
    }

    @Test
    void the_deposit_is_explained_by_what_is_posted_up_to_the_cut() {
        open.add(booking("o1", true, -100, 60, 40));
        open.add(booking("o2", true, -50, 50));
        posted("o1", 0, 5);
        posted("o1", 1, 6);
        posted("o1", 2, 7);
        posted("o2", 0, 1);
        posted("o2", 1, 2);

        assertThat(explain(4).amount()).isEqualTo(Fen.ZERO);
        assertThat(explain(5).amount()).isEqualTo(Fen.of(-100));
        assertThat(explain(6).amount()).isEqualTo(Fen.of(-40));
        assertThat(explain(6).bookings()).isEqualTo(1);
        assertThat(explain(6).oldest()).isEqualTo(SINCE);
        assertThat(explain(7).amount()).isEqualTo(Fen.ZERO);
    }

    private CloseBookings.Result close(long folded) {
        return closing(folded).handle().block();
    }

    private CloseBookings closing(long folded) {
        return new CloseBookings(bookings(), decided(folded), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private Explanation explain(long cut) {
        return new ExplainDeposit(bookings(), decided(cut)).handle(Map.of(3, cut), NOW).block();
    }

    private static OpenBooking booking(String id, boolean complete, long... deposits) {
        List<PendingEntry> entries = new ArrayList<>();
        for (long deposit : deposits) {
            entries.add(new PendingEntry(id + "-" + entries.size(), id, Fen.of(deposit)));
        }
        return new OpenBooking(id, complete, SINCE, entries);
    }

    private void posted(String booking, int entry, long position) {
        verdicts.put(booking + "-" + entry, new Verdict(3, position, true));
    }

    private OpenBookings bookings() {
        return new OpenBookings() {
            @Override
            public Flux<OpenBooking> open() {
                return Flux.fromIterable(open);
            }

            @Override
            public Flux<OpenBooking> openSince(Instant since) {
                return open();
            }

            @Override
            public Mono<Long> count() {
                return Mono.just(open.stream().filter(one -> !closed.contains(one.id())).count());
            }

            @Override
            public Mono<Long> close(List<String> ids, Instant at) {
                closed.addAll(ids);
                return Mono.just((long) ids.size());
            }
        };
    }

    private Decided decided(long folded) {
        return new Decided() {
            @Override
            public Mono<Map<String, Verdict>> about(List<PendingEntry> entries) {
                return Mono.just(verdicts);
            }

            @Override
            public Mono<Map<Integer, Long>> folded() {
                return Mono.just(Map.of(3, folded));
            }
        };
    }
}
