package io.xinqun.local.story.evidence;

import io.xinqun.local.story.client.Gateway;
import java.net.URI;

/// A program's metrics as Prometheus would read them.
public record Metrics(URI management) {

    /// The sum of one metric's values with this tag.
    public double of(String metric, String tag, String value) {
        String labelled = tag + "=\"" + value + "\"";
        return text().lines()
                .filter(line -> line.startsWith(metric + "{") && line.contains(labelled))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private String text() {
        try (Gateway door = new Gateway(management)) {
            return door.anonymous().get("/actuator/prometheus").expect(200).body();
        }
    }

    /// The sum of all counters whose name or labels contain this word.
    public double sum(String word) {
        return text().lines()
                .filter(line -> !line.startsWith("#") && line.contains(word))
                .filter(line -> line.matches(".*notification.*"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
