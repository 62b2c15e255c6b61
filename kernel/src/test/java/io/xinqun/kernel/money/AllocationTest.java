package io.xinqun.kernel.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllocationTest {

    private static final int CASES = 20_000;

    /// Fixed, so that a failure today is a failure tomorrow; the message names the case's own seed.
    private static final long SEED = 20_261_122L;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1000 | 1,1,1 | 333,333,334",
                "-1000 | 1,1,1 | -333,-333,-334",
                "100 | 1,1,1 | 33,33,34",
                "2 | 1,1,1 | 0,1,1",
                "1 | 1,1,1 | 0,0,1",
                "0 | 1,1,1 | 0,0,0",
                "0 | 0,0 | 0,0",
                "7 | 0,1 | 0,7",
                "7 | 1,0 | 7,0",
                "5 | 3 | 5",
                "10 | 1,2,4 | 1,3,6",
                "100 | 6667,3333 | 67,33",
                "9223372036854775807 | 1,1 | 4611686018427387903,4611686018427387904",
                "9223372036854775807 | 9223372036854775807,9223372036854775807"
                        + " | 4611686018427387903,4611686018427387904"
            })
    void the_whole_is_split_by_largest_remainder_with_ties_to_the_last_line(
            long whole, String weights, String parts) {
        assertThat(Allocation.split(Fen.of(whole), longs(weights))).isEqualTo(fen(parts));
    }

    @Test
    void parts_sum_to_the_whole_and_none_is_off_by_a_fen() {
        each(sample -> {
            List<Fen> parts = Allocation.split(sample.whole, sample.weights);
            assertThat(sum(parts)).isEqualTo(BigInteger.valueOf(sample.whole.amount()));
            BigInteger all = sumOf(sample.weights);
            for (int line = 0; line < parts.size(); line++) {
                BigInteger part = BigInteger.valueOf(parts.get(line).amount());
                BigInteger exact =
                        BigInteger.valueOf(sample.whole.amount())
                                .multiply(BigInteger.valueOf(sample.weights.get(line)));
                assertThat(part.multiply(all).subtract(exact).abs()).isLessThan(all);
                if (sample.weights.get(line) == 0) {
                    assertThat(part).isZero();
                }
            }
        });
    }

    @Test
    void order_does_not_matter_but_for_ties() {
        each(sample -> {
            if (hasTies(sample)) {
                return;
            }
            List<Long> shuffled = new ArrayList<>(sample.weights);
            Collections.shuffle(shuffled, new Random(sample.seed));
            List<Fen> one = new ArrayList<>(Allocation.split(sample.whole, sample.weights));
            List<Fen> other = new ArrayList<>(Allocation.split(sample.whole, shuffled));
            Collections.sort(one);
            Collections.sort(other);
            assertThat(other).isEqualTo(one);
        });
    }

    @Test
    void of_equal_lines_a_later_one_never_gets_less() {
        each(sample -> {
            List<Fen> parts = Allocation.split(sample.whole, sample.weights);
            for (int line = 1; line < parts.size(); line++) {
                if (sample.weights.get(line).equals(sample.weights.get(line - 1))) {
                    assertThat(Math.abs(parts.get(line).amount()))
                            .isGreaterThanOrEqualTo(Math.abs(parts.get(line - 1).amount()));
                }
            }
        });
    }

    @Test
    void a_claw_back_takes_the_ceiling_of_the_cumulative_share() {
        assertThat(differences(Fen.of(100), 3, 1, 2, 3)).isEqualTo(fen("34,33,33"));
        assertThat(differences(Fen.of(0), 3, 1, 2, 3)).isEqualTo(fen("0,0,0"));
        assertThat(differences(Fen.of(1), 1_000, 1, 999, 1_000)).isEqualTo(fen("1,0,0"));
    }

    @Test
    void accrual_then_refund_in_any_steps_nets_to_zero() {
        Random random = new Random(SEED);
        for (int number = 0; number < CASES; number++) {
            long paid = 1 + random.nextLong(1_000_000_000L);
            Fen commission = BasisPoints.of(random.nextInt(10_001)).shareOf(Fen.of(paid));
            long refunded = 0;
            Fen taken = Fen.ZERO;
            while (refunded < paid) {
                refunded = Math.min(paid, refunded + 1 + random.nextLong(paid));
                Fen due = Allocation.cumulativeShareUp(commission, refunded, paid);
                assertThat(due.minus(taken).isNegative()).isFalse();
                taken = due;
            }
            assertThat(taken).isEqualTo(commission);
        }
    }

    @Test
    void nonsense_is_refused() {
        assertThatThrownBy(() -> Allocation.split(Fen.of(1), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Allocation.split(Fen.ZERO, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Allocation.split(Fen.of(1), List.of(1L, -1L)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Allocation.split(Fen.of(1), List.of(0L, 0L)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Allocation.cumulativeShareUp(Fen.of(1), 2, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Allocation.cumulativeShareUp(Fen.of(1), 0, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /// Whether two lines of different weight have the same remainder.
    private static boolean hasTies(Sample sample) {
        BigInteger whole = BigInteger.valueOf(sample.whole.amount()).abs();
        BigInteger all = sumOf(sample.weights);
        List<Long> different = sample.weights.stream().distinct().toList();
        return different.stream()
                        .map(weight -> whole.multiply(BigInteger.valueOf(weight)).mod(all))
                        .distinct()
                        .count()
                < different.size();
    }

    private record Sample(long seed, Fen whole, List<Long> weights) {}

    private interface Law {
        void check(Sample sample);
    }

    private static void each(Law law) {
        Random seeds = new Random(SEED);
        for (int number = 0; number < CASES; number++) {
            Sample sample = sample(seeds.nextLong());
            try {
                law.check(sample);
            } catch (AssertionError | RuntimeException broken) {
                throw new AssertionError("seed " + sample.seed + ": " + sample, broken);
            }
        }
    }

    private static Sample sample(long seed) {
        Random random = new Random(seed);
        List<Long> weights = new ArrayList<>();
        int lines = 1 + random.nextInt(random.nextInt(10) == 0 ? 200 : 6);
        long[] bounds = {2, 10, 100_000, Long.MAX_VALUE};
        for (int line = 0; line < lines; line++) {
            weights.add(random.nextLong(bounds[random.nextInt(bounds.length)]));
        }
        if (weights.stream().allMatch(weight -> weight == 0)) {
            weights.set(random.nextInt(lines), 1L);
        }
        long whole =
                random.nextInt(20) == 0
                        ? random.nextLong()
                        : random.nextLong(-1_000, bounds[2] * 100);
        return new Sample(seed, Fen.of(whole == Long.MIN_VALUE ? 0 : whole), weights);
    }

    private static List<Fen> differences(Fen part, long whole, long... refunded) {
        List<Fen> taken = new ArrayList<>();
        Fen before = Fen.ZERO;
        for (long upTo : refunded) {
            Fen due = Allocation.cumulativeShareUp(part, upTo, whole);
            taken.add(due.minus(before));
            before = due;
        }
        return taken;
    }

    private static BigInteger sum(List<Fen> parts) {
        return parts.stream()
                .map(part -> BigInteger.valueOf(part.amount()))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static BigInteger sumOf(List<Long> weights) {
        return weights.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static List<Long> longs(String text) {
        return Stream.of(text.split(",")).map(Long::valueOf).toList();
    }

    private static List<Fen> fen(String text) {
        return longs(text).stream().map(Fen::of).toList();
    }
}
