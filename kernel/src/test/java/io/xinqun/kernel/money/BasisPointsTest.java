package io.xinqun.kernel.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BasisPointsTest {

    @ParameterizedTest(name = "{0} basis points, at most {1}: {2}")
    @CsvSource({
        "5000,  100, 201", // half of 201 is 100, of 202 it is 101
        "10000, 100, 100",
        "1,     0,   9999",
        "0,     0,   9223372036854775807",
        "1,     9223372036854775807, 9223372036854775807",
    })
    void the_largest_whole_whose_share_is_within_a_limit(int rate, long limit, long whole) {
        assertThat(BasisPoints.of(rate).wholeWithShareUpTo(Fen.of(limit))).isEqualTo(Fen.of(whole));
    }

    @ParameterizedTest(name = "{0} basis points, at most {1}: {2}")
    @CsvSource({
        "5000,  100, 200", // 201 leaves 101
        "0,     100, 100",
        "10000, 0,   9223372036854775807",
        "3333,  100, 149",
        "9999,  9223372036854775807, 9223372036854775807",
    })
    void the_largest_whole_whose_rest_is_within_a_limit(int rate, long limit, long whole) {
        assertThat(BasisPoints.of(rate).wholeWithRestUpTo(Fen.of(limit))).isEqualTo(Fen.of(whole));
    }

    @Test
    void one_fen_more_is_always_too_much() {
        long seed = 20_261_124L;
        Random random = new Random(seed);
        for (int n = 0; n < 100_000; n++) {
            BasisPoints rate = BasisPoints.of(random.nextInt(1, 10_000));
            Fen limit = Fen.of(random.nextLong(0, random.nextBoolean() ? 100 : 1_000_000_000_000L));
            Fen byShare = rate.wholeWithShareUpTo(limit);
            Fen byRest = rate.wholeWithRestUpTo(limit);
            boolean right =
                    rate.shareOf(byShare).compareTo(limit) <= 0
                            && rate.shareOf(more(byShare)).compareTo(limit) > 0
                            && restOf(byRest, rate).compareTo(limit) <= 0
                            && restOf(more(byRest), rate).compareTo(limit) > 0;
            assertThat(right).as("seed %d, case %d: %s of %s", seed, n, rate, limit).isTrue();
        }
    }

    private static Fen more(Fen amount) {
        return amount.plus(Fen.of(1));
    }

    private static Fen restOf(Fen whole, BasisPoints rate) {
        return whole.minus(rate.shareOf(whole));
    }
}
