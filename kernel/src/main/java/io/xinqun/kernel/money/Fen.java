package io.xinqun.kernel.money;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.function.LongSupplier;

/// An amount of money in whole fen (1/100 yuan), positive or negative. In JSON it is a plain
/// integer.
///
/// Units: fen. Errors: every operation that leaves the range of a `long` throws
/// `ArithmeticException`; money never wraps around.
public record Fen(long amount) implements Comparable<Fen> {

    public static final Fen ZERO = new Fen(0);

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Fen of(long amount) {
        return amount == 0 ? ZERO : new Fen(amount);
    }

    @Override
    @JsonValue
    public long amount() {
        return amount;
    }

    public Fen plus(Fen other) {
        return exactly(() -> Math.addExact(amount, other.amount));
    }

    public Fen minus(Fen other) {
        return exactly(() -> Math.subtractExact(amount, other.amount));
    }

    public Fen times(long factor) {
        return exactly(() -> Math.multiplyExact(amount, factor));
    }

    public Fen negated() {
        return exactly(() -> Math.negateExact(amount));
    }

    public Fen min(Fen other) {
        return amount <= other.amount ? this : other;
    }

    public Fen max(Fen other) {
        return amount >= other.amount ? this : other;
    }

    public boolean isNegative() {
        return amount < 0;
    }

    public boolean isZero() {
        return amount == 0;
    }

    public boolean isPositive() {
        return amount > 0;
    }

    private static Fen exactly(LongSupplier operation) {
        try {
            return of(operation.getAsLong());
        } catch (ArithmeticException overflow) {
            throw new MoneyOverflow(overflow);
        }
    }

    @Override
    public int compareTo(Fen other) {
        return Long.compare(amount, other.amount);
    }
}
