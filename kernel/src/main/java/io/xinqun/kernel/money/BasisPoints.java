package io.xinqun.kernel.money;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigInteger;
import java.math.RoundingMode;

/// A rate in hundredths of a percent, from 0 to 10,000. In JSON it is a plain integer.
///
/// Units: basis points; shares are in fen. "Down" and "up" are meant for the size of the amount, so
/// a refund of a share is the same size as the share. Errors: a value outside the range is an
/// `IllegalArgumentException`.
public record BasisPoints(int value) {

    /// The whole, 100 %.
    public static final int WHOLE = 10_000;

    public static final BasisPoints ZERO = new BasisPoints(0);

    public BasisPoints {
        if (value < 0 || value > WHOLE) {
            throw new IllegalArgumentException("a rate is 0 to 10000 basis points: " + value);
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static BasisPoints of(int value) {
        return new BasisPoints(value);
    }

    @Override
    @JsonValue
    public int value() {
        return value;
    }

    /// The share, rounded down: what a commission gets.
    public Fen shareOf(Fen whole) {
        return share(whole, RoundingMode.DOWN);
    }

    /// The share, rounded up: what the other side of a rounded-down share keeps.
    public Fen shareRoundedUp(Fen whole) {
        return share(whole, RoundingMode.UP);
    }

    /// The share, rounded to the nearest fen, a half up.
    public Fen shareHalfUp(Fen whole) {
        return share(whole, RoundingMode.HALF_UP);
    }

    /// The largest whole whose share, rounded down, is at most `limit`: what may be paid when
    /// whoever bears the share has no more.
    public Fen wholeWithShareUpTo(Fen limit) {
        return value == 0
                ? Fen.of(Long.MAX_VALUE)
                : Ratio.atMost(
                        Ratio.product(limit, WHOLE).add(BigInteger.valueOf(WHOLE - 1L)), value);
    }

    /// The largest whole that leaves at most `limit` beside its share, rounded down: what may be
    /// paid when whoever bears the rest has no more.
    public Fen wholeWithRestUpTo(Fen limit) {
        return value == WHOLE
                ? Fen.of(Long.MAX_VALUE)
                : Ratio.atMost(Ratio.product(limit, WHOLE), WHOLE - value);
    }

    private Fen share(Fen whole, RoundingMode rounding) {
        return Fen.of(Ratio.share(whole.amount(), value, WHOLE, rounding));
    }
}
