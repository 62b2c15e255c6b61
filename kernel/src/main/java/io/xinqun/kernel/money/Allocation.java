package io.xinqun.kernel.money;

import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Splits money over lines so that no fen appears or disappears.
///
/// Shape: 1..n lines with weights >= 0; the parts are in the order of the weights. Units: fen;
/// largest remainder, ties to the LAST line; every part is less than one fen away from its exact
/// share. Errors: no lines, a negative weight, or weights that are all zero for money that is not
/// zero are `IllegalArgumentException`.
public final class Allocation {

    private Allocation() {}

    /// 1,000 over three equal lines is 333, 333, 334.
    public static List<Fen> split(Fen whole, List<Long> weights) {
        if (whole.isNegative()) {
            return split(whole.negated(), weights).stream().map(Fen::negated).toList();
        }
        BigInteger sum = sumOf(weights);
        if (whole.isZero()) {
            return weights.stream().map(weight -> Fen.ZERO).toList();
        }
        if (sum.signum() == 0) {
            throw new IllegalArgumentException("all weights are zero");
        }
        return byLargestRemainder(whole, weights, sum);
    }

    /// The part of `part` that belongs to the first `numerator` of `denominator`, rounded up. A
    /// claw-back takes the difference of two such shares: 34, 33, 33 for 100 over three refunds.
    public static Fen cumulativeShareUp(Fen part, long numerator, long denominator) {
        if (numerator < 0 || numerator > denominator) {
            throw new IllegalArgumentException(
                    "a cumulative share is between nothing and the whole: "
                            + numerator
                            + "/"
                            + denominator);
        }
        return Fen.of(Ratio.share(part.amount(), numerator, denominator, RoundingMode.UP));
    }

    private static List<Fen> byLargestRemainder(Fen whole, List<Long> weights, BigInteger sum) {
        long[] parts = new long[weights.size()];
        BigInteger[] remainders = new BigInteger[weights.size()];
        long rest = whole.amount();
        for (int line = 0; line < parts.length; line++) {
            BigInteger exact =
                    BigInteger.valueOf(whole.amount())
                            .multiply(BigInteger.valueOf(weights.get(line)));
            BigInteger[] quotient = exact.divideAndRemainder(sum);
            parts[line] = quotient[0].longValueExact();
            remainders[line] = quotient[1];
            rest -= parts[line];
        }
        Comparator<Integer> largestFirst = Comparator.comparing(line -> remainders[line]);
        IntStream.range(0, parts.length)
                .boxed()
                .sorted(largestFirst.thenComparing(Comparator.naturalOrder()).reversed())
                .limit(rest)
                .forEach(line -> parts[line]++);
        return toFen(parts);
    }

    private static List<Fen> toFen(long[] parts) {
        List<Fen> result = new ArrayList<>(parts.length);
        for (long part : parts) {
            result.add(Fen.of(part));
        }
        return List.copyOf(result);
    }

    private static BigInteger sumOf(List<Long> weights) {
        if (weights.isEmpty()) {
            throw new IllegalArgumentException("money cannot be split over no lines");
        }
        BigInteger sum = BigInteger.ZERO;
        for (long weight : weights) {
            if (weight < 0) {
                throw new IllegalArgumentException("a weight is not negative: " + weight);
            }
            sum = sum.add(BigInteger.valueOf(weight));
        }
        return sum;
    }
}
