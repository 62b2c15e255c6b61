package io.xinqun.kernel.total;

import java.util.Map;
import java.util.TreeMap;

/// Named whole numbers that change together: the free and held pieces of a stock unit, the parts of
/// a wallet. Immutable; a name that is absent counts as 0.
///
/// Units: whatever the owner counts, pieces or fen, always whole. Errors: an overflow is an
/// `ArithmeticException`.
public record Amounts(Map<String, Long> values) {

    public static final Amounts NONE = new Amounts(Map.of());

    public Amounts {
        values = Map.copyOf(values);
    }

    public static Amounts of(String name, long value) {
        return new Amounts(Map.of(name, value));
    }

    public long get(String name) {
        return values.getOrDefault(name, 0L);
    }

    /// Whether nothing was ever set: the total is not known.
    public boolean isEmpty() {
        return values.isEmpty();
    }

    public Amounts plus(String name, long delta) {
        Map<String, Long> sums = new TreeMap<>(values);
        sums.merge(name, delta, Math::addExact);
        return new Amounts(sums);
    }

    public Amounts plus(Amounts deltas) {
        Map<String, Long> sums = new TreeMap<>(values);
        deltas.values.forEach((name, delta) -> sums.merge(name, delta, Math::addExact));
        return new Amounts(sums);
    }
}
