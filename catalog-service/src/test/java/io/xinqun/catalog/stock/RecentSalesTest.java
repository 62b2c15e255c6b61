package io.xinqun.catalog.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.xinqun.kernel.total.Amounts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RecentSalesTest {

    private static final Instant NOON = StockShelf.NOON;

    private record Sale(Instant at, long quantity) {}

    @Test
    void nothing_sold_is_nothing_since_whenever() {
        assertThat(RecentSales.since(Amounts.NONE, Instant.EPOCH)).hasValue(0);
        assertThat(RecentSales.since(Amounts.NONE, NOON)).hasValue(0);
    }

    /// Both ends of a ring. Sales: 1 piece at noon, and 100 pieces `age` before noon.
    @ParameterizedTest
    @CsvSource({
        "PT15M, PT15M, 101",
        "PT15M, PT14M, 1",
        "PT16M, PT15M, 1",
        "PT16M, PT16M, 101",
        "PT30M, PT29M, 101", // the same 4 minutes: in doubt it counts
        "PT30M, PT24M, 1",
        "PT63H, PT48H, 1",
    })
    void sales_before_the_moment_do_not_count(String age, String since, long expected) {
        Amounts amounts =
                sold(List.of(new Sale(NOON.minus(Duration.parse(age)), 100), new Sale(NOON, 1)));

        assertThat(RecentSales.since(amounts, NOON.minus(Duration.parse(since))))
                .hasValue(expected);
    }

    @Test
    void a_moment_older_than_anything_on_record_has_no_answer() {
        Amounts amounts = sold(List.of(new Sale(NOON, 1)));
        assertThat(RecentSales.since(amounts, NOON.minus(Duration.ofHours(60)))).isPresent();
        assertThat(RecentSales.since(amounts, NOON.minus(Duration.ofHours(69)))).isEmpty();
    }

    /// Never too low, and not higher than what was sold since a bucket earlier.
    @ParameterizedTest
    @ValueSource(longs = {7, 77, 777})
    void the_answer_lies_between_the_truth_and_a_bucket_more(long seed) {
        Random random = new Random(seed);
        for (int history = 0; history < 300; history++) {
            List<Sale> sales = sales(random);
            Amounts amounts = sold(sales);
            Instant now = sales.stream().map(Sale::at).max(Instant::compareTo).orElseThrow();
            Instant moment = now.minusSeconds(random.nextInt(60 * 3_600));
            long bucket = 300 + Duration.between(moment, now).toSeconds() * 4 / 15;

            long answer = RecentSales.since(amounts, moment).orElseThrow();

            String where = "seed " + seed + ", history " + history;
            assertThat(answer).as(where).isGreaterThanOrEqualTo(since(sales, moment));
            assertThat(answer)
                    .as(where)
                    .isLessThanOrEqualTo(since(sales, moment.minusSeconds(bucket)));
        }
    }

    private static List<Sale> sales(Random random) {
        List<Sale> sales = new ArrayList<>();
        Instant at = NOON;
        for (int sale = 0; sale < 80; sale++) {
            // Mostly forward, now and then a sale that is heard of late.
            at = at.plusSeconds(random.nextInt(3_600));
            long late = random.nextInt(5) == 0 ? random.nextInt(7_200) : 0;
            sales.add(new Sale(at.minusSeconds(late), 1 + random.nextInt(5)));
        }
        return sales;
    }

    private static Amounts sold(List<Sale> sales) {
        Amounts amounts = Amounts.NONE;
        for (Sale sale : sales) {
            amounts = amounts.plus(RecentSales.sale(amounts, sale.quantity(), sale.at()));
        }
        return amounts;
    }

    private static long since(List<Sale> sales, Instant moment) {
        return sales.stream()
                .filter(sale -> !sale.at().isBefore(moment))
                .mapToLong(Sale::quantity)
                .sum();
    }
}
