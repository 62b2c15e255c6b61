package io.xinqun.kernel.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/// Exact `amount × numerator ÷ denominator` with one rounding at the end. The product may leave the
/// range of a `long`; only the result may not.
final class Ratio {

    private Ratio() {}

    static long share(long amount, long numerator, long denominator, RoundingMode rounding) {
        if (denominator <= 0) {
            throw new IllegalArgumentException("the denominator must be positive: " + denominator);
        }
        BigInteger product = BigInteger.valueOf(amount).multiply(BigInteger.valueOf(numerator));
        BigDecimal rounded =
                new BigDecimal(product).divide(BigDecimal.valueOf(denominator), 0, rounding);
        try {
            return rounded.longValueExact();
        } catch (ArithmeticException overflow) {
            throw new MoneyOverflow(overflow);
        }
    }

    static BigInteger product(Fen amount, long factor) {
        return BigInteger.valueOf(amount.amount()).multiply(BigInteger.valueOf(factor));
    }

    /// `numerator ÷ denominator` rounded down, or the largest amount there is. Both are positive or
    /// the numerator is zero.
    static Fen atMost(BigInteger numerator, long denominator) {
        BigInteger quotient = numerator.divide(BigInteger.valueOf(denominator));
        return Fen.of(quotient.min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact());
    }
}
