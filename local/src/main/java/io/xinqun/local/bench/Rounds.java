package io.xinqun.local.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleSupplier;

/// Measures two things in alternating rounds of one run, so that what disturbs the machine disturbs
/// both, and compares the medians.
final class Rounds {

    private final List<Double> ours = new ArrayList<>();
    private final List<Double> theirs = new ArrayList<>();

    void add(DoubleSupplier measureOurs, DoubleSupplier measureTheirs) {
        ours.add(measureOurs.getAsDouble());
        theirs.add(measureTheirs.getAsDouble());
    }

    /// `P3 0.81 (ours 1080/s, raw 1331/s)`
    String line(String id, String nameOfTheirs) {
        double a = median(ours);
        double b = median(theirs);
        return String.format(
                Locale.ROOT, "%s %.2f (ours %.0f/s, %s %.0f/s)", id, a / b, a, nameOfTheirs, b);
    }

    static double median(List<Double> rates) {
        List<Double> sorted = new ArrayList<>(rates);
        Collections.sort(sorted);
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
