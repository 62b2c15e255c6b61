package io.xinqun.local.launcher.status;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a program shows at `/actuator/prometheus`, read.
public record Samples(List<Sample> all) {

    /// `name{label="value",…} number`, in the text format of Prometheus.
    private static final Pattern LINE =
            Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(\\{.*})? ([^ ]+)( [0-9]+)?");

    /// One number; `labels` as they are written, with their braces.
    public record Sample(String name, String labels, double value) {

        boolean has(String label, String value) {
            return labels.contains(label + "=\"" + value + "\"");
        }
    }

    /// Lines that are no samples are passed over, as a scraper does with comments.
    public static Samples of(String text) {
        return new Samples(text.lines().flatMap(line -> sample(line).stream()).toList());
    }

    private static Optional<Sample> sample(String line) {
        Matcher parts = LINE.matcher(line);
        if (line.startsWith("#") || !parts.matches()) {
            return Optional.empty();
        }
        String labels = Objects.requireNonNullElse(parts.group(2), "");
        try {
            double value = Double.parseDouble(parts.group(3));
            return Optional.of(new Sample(parts.group(1), labels, value));
        } catch (NumberFormatException infinite) {
            return Optional.empty();
        }
    }

    /// The sum of a metric over its labels; empty when the program does not show it.
    public OptionalDouble sum(String name) {
        return named(name).isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(named(name).stream().mapToDouble(Sample::value).sum());
    }

    /// The greatest of a metric over its labels; empty when the program does not show it.
    public OptionalDouble max(String name) {
        return named(name).stream().mapToDouble(Sample::value).max();
    }

    /// How many of a metric's samples with this label are above zero.
    public long count(String name, String label, String value) {
        return named(name).stream()
                .filter(sample -> sample.has(label, value) && sample.value() > 0)
                .count();
    }

    private List<Sample> named(String name) {
        return all.stream().filter(sample -> sample.name().equals(name)).toList();
    }
}
