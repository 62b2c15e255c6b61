package io.xinqun.catalog.stock;

import static io.xinqun.catalog.stock.StockShelf.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StockRuleTest {

    private final StockShelf shelf = new StockShelf();

    /// Every state of a reservation × every command; 5 pieces were counted, the order wants 2.
    @ParameterizedTest
    @CsvSource({
        "none,     reserve, reserved,  3, 2, 0",
        "held,     reserve, refused,   3, 2, 0",
        "sold,     reserve, refused,   3, 0, 2",
        "released, reserve, refused,   5, 0, 0",
        "early,    reserve, refused,   5, 0, 0",
        "refused,  reserve, refused,   5, 0, 0",
        "none,     confirm, refused,   5, 0, 0",
        "held,     confirm, confirmed, 3, 0, 2",
        "sold,     confirm, no-op,     3, 0, 2",
        "released, confirm, refused,   5, 0, 0",
        "early,    confirm, refused,   5, 0, 0",
        "refused,  confirm, refused,   5, 0, 0",
        "none,     release, released,  5, 0, 0",
        "held,     release, released,  5, 0, 0",
        "sold,     release, no-op,     3, 0, 2",
        "released, release, no-op,     5, 0, 0",
        "early,    release, no-op,     5, 0, 0",
        "refused,  release, no-op,     5, 0, 0",
    })
    void every_state_answers_every_command(
            String state, String command, String outcome, long free, long held, long sold) {
        shelf.count(5, NOON.minusSeconds(3_600));
        bringTo(state);

        String answer =
                switch (command) {
                    case "reserve" -> shelf.reserve("o1", 2);
                    case "confirm" -> shelf.confirm("o1");
                    default -> shelf.release("o1");
                };

        assertThat(answer).isEqualTo(outcome);
        assertThat(List.of(shelf.free(), shelf.held(), shelf.sold()))
                .containsExactly(free, held, sold);
    }

    private void bringTo(String state) {
        switch (state) {
            case "held" -> shelf.reserve("o1", 2);
            case "sold" -> {
                shelf.reserve("o1", 2);
                shelf.confirm("o1");
            }
            case "released" -> {
                shelf.reserve("o1", 2);
                shelf.release("o1");
            }
            case "early" -> shelf.release("o1");
            case "refused" -> shelf.reserve("o1", 6);
            default -> assertThat(state).isEqualTo("none");
        }
    }

    @Test
    void a_unit_that_nobody_counted_is_unknown() {
        assertThat(shelf.reserve("o1", 1)).isEqualTo("unknown-unit");
    }

    @Test
    void a_unit_counted_as_zero_is_sold_out() {
        shelf.count(0, NOON);
        assertThat(shelf.reserve("o1", 1)).isEqualTo("sold-out");
    }

    @Test
    void the_last_piece_goes_to_one_and_the_next_is_sold_out() {
        shelf.count(3, NOON);
        assertThat(shelf.reserve("o1", 3)).isEqualTo("reserved");
        assertThat(shelf.reserve("o2", 1)).isEqualTo("sold-out");
    }

    @Test
    void one_more_than_there_is_is_sold_out_and_takes_nothing() {
        shelf.count(3, NOON);
        assertThat(shelf.reserve("o1", 4)).isEqualTo("sold-out");
        assertThat(shelf.free()).isEqualTo(3);
    }

    @Test
    @Tag("ST1")
    void two_hundred_orders_for_ten_pieces_get_exactly_ten() {
        shelf.count(10, NOON);
        long reserved = 0;
        for (int order = 0; order < 200; order++) {
            reserved += shelf.reserve("o" + order, 1).equals("reserved") ? 1 : 0;
        }
        assertThat(reserved).isEqualTo(10);
        assertThat(shelf.free()).isZero();
    }

    @Test
    void a_count_leaves_out_what_is_held_whenever_it_was_reserved() {
        shelf.count(10, NOON.minusSeconds(3_600));
        shelf.reserve("o1", 4);
        assertThat(shelf.count(10, NOON.plusSeconds(60))).isEqualTo("counted");
        assertThat(shelf.free()).isEqualTo(6);
    }

    /// The sale is at noon, 4 of 10; the supplier counts 6 or has not seen the sale and counts 10.
    @ParameterizedTest
    @CsvSource({
        "PT-1M,  10, 6", // counted the minute before the sale: it is taken off
        "PT0S,   10, 6", // the same minute: in doubt it is taken off
        "PT59S,  10, 6", // still the same minute
        "PT1M,   6,  6", // the minute after: the supplier knew of it
    })
    void a_count_leaves_out_what_was_sold_since(String after, long count, long free) {
        shelf.count(10, NOON.minusSeconds(3_600));
        shelf.reserve("o1", 4);
        shelf.confirm("o1", NOON);

        shelf.count(count, NOON.plus(Duration.parse(after)));

        assertThat(shelf.free()).isEqualTo(free);
    }

    @Test
    void a_count_that_is_not_newer_is_stale() {
        shelf.count(10, NOON);
        assertThat(shelf.count(99, NOON)).isEqualTo("stale");
        assertThat(shelf.count(99, NOON.minusMillis(1))).isEqualTo("stale");
        assertThat(shelf.count(7, NOON.plusMillis(1))).isEqualTo("counted");
        assertThat(shelf.free()).isEqualTo(7);
    }

    @Test
    void the_order_of_two_counts_does_not_matter() {
        StockShelf other = new StockShelf();
        shelf.count(10, NOON);
        shelf.count(7, NOON.plusSeconds(1));
        other.count(7, NOON.plusSeconds(1));
        other.count(10, NOON);
        assertThat(other.free()).isEqualTo(shelf.free());
    }

    @Test
    void what_was_promised_and_does_not_exist_is_not_freed_by_a_release() {
        shelf.count(5, NOON.minusSeconds(60));
        shelf.reserve("o1", 3);
        shelf.reserve("o2", 2);
        shelf.count(3, NOON.plusSeconds(60));
        assertThat(shelf.missing()).isEqualTo(2);

        shelf.release("o1");
        assertThat(shelf.free()).isEqualTo(1);
        assertThat(shelf.missing()).isZero();
        shelf.release("o2");
        assertThat(shelf.free()).isEqualTo(3);
    }

    @Test
    void a_later_count_that_is_right_ends_the_shortage() {
        shelf.count(5, NOON.minusSeconds(60));
        shelf.reserve("o1", 5);
        shelf.count(3, NOON);
        shelf.count(9, NOON.plusSeconds(1));
        assertThat(shelf.missing()).isZero();
        assertThat(shelf.free()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20, 300})
    void no_history_breaks_the_identity_or_sells_what_was_not_counted(long seed) {
        Random random = new Random(seed);
        for (int history = 0; history < 200; history++) {
            play(random, "seed " + seed + ", history " + history);
        }
    }

    /// The shelf itself fails when the identity breaks. Here: whatever was counted last, no more is
    /// free than it leaves over what is held.
    private static void play(Random random, String where) {
        StockShelf shelf = new StockShelf();
        List<String> orders = new ArrayList<>();
        long counted = 0;
        Instant now = NOON;
        for (int step = 0; step < 60; step++) {
            now = now.plusSeconds(random.nextInt(200));
            switch (random.nextInt(6)) {
                case 0 -> {
                    long count = random.nextInt(30);
                    Instant countedAt = now.minusSeconds(random.nextInt(900));
                    counted = shelf.count(count, countedAt).equals("counted") ? count : counted;
                }
                case 1, 2 -> {
                    orders.add("o" + step);
                    shelf.reserve("o" + step, 1 + random.nextInt(4));
                }
                case 3 -> shelf.confirm(any(orders, random), now);
                default -> shelf.release(any(orders, random));
            }
            assertThat(shelf.free()).as(where).isLessThanOrEqualTo(counted);
        }
    }

    private static String any(List<String> orders, Random random) {
        return orders.isEmpty() ? "o" : orders.get(random.nextInt(orders.size()));
    }
}
