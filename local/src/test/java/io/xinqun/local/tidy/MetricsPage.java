package io.xinqun.local.tidy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The operators' page of metrics, made from the documented enums in the sources: name, type and
/// comment of each constant.
final class MetricsPage {

    /// Our own metrics, and those of frameworks that our rules rely on.
    private static final String PREFIX = "(?:xinqun|resilience4j|reactor|mongodb)";

    /// A comment of `///` lines and the constant below it.
    private static final Pattern CONSTANT =
            Pattern.compile(
                    "((?:^ {4}///[^\\n]*\\n)+) {4}[A-Z_]+\\(\\s*\"("
                            + PREFIX
                            + "\\.[a-z0-9.]+)\"([^;]*?)\\)[,;]$",
                    Pattern.MULTILINE);

    private static final String HEAD =
            """
            # Metrics

            Every program shows these at `/actuator/prometheus` on its management port, beside what Spring Boot shows of HTTP, the
            JVM, Kafka and Redis. The page is made from the enums in the sources; `MetricsPageTest` holds it to them.
            """;

    private final Path root;

    MetricsPage(Path root) {
        this.root = root;
    }

    String text() throws IOException {
        Map<String, List<String>> rows = new TreeMap<>();
        for (Path source : sources()) {
            String module = root.relativize(source).getName(0).toString();
            Matcher constant = CONSTANT.matcher(Files.readString(source));
            while (constant.find()) {
                rows.computeIfAbsent(module, name -> new ArrayList<>()).add(row(constant));
            }
        }
        StringBuilder page = new StringBuilder(HEAD);
        rows.forEach((module, lines) -> {
            page.append("\n## ").append(title(module));
            page.append("\n\n| metric | type | meaning |\n|---|---|---|\n");
            lines.stream().sorted().forEach(page::append);
        });
        return page.toString();
    }

    /// How many metrics the sources name, with a comment or without.
    int named() throws IOException {
        int named = 0;
        for (Path source : sources()) {
            named += Files.readString(source).split("\\(\\s*\"" + PREFIX + "\\.", -1).length - 1;
        }
        return named;
    }

    private List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith("Metric.java"))
                    .filter(file -> file.toString().contains("/src/main/java/"))
                    .sorted()
                    .toList();
        }
    }

    private static String title(String module) {
        return module.equals("kernel") ? "every service (kernel)" : module;
    }

    private static String row(Matcher constant) {
        boolean gauge = constant.group(3).contains("GAUGE");
        String meaning =
                constant.group(1).replaceAll("(?m)^ {4}/// ?", "").replace('\n', ' ').strip();
        String name = constant.group(2).replace('.', '_') + (gauge ? "" : "_total");
        return "| `%s` | %s | %s |%n".formatted(name, gauge ? "gauge" : "counter", meaning);
    }
}
