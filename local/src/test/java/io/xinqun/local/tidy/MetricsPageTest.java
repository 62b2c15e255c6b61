package io.xinqun.local.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import io.xinqun.local.launcher.process.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MetricsPageTest {

    private static final Path ROOT = Programs.root();
    private static final Path PAGE = ROOT.resolve("docs/operating/metrics.md");
    private static final Path MADE = ROOT.resolve("local/target/metrics.md");

    @Test
    void the_page_says_what_the_sources_say() throws IOException {
        String made = new MetricsPage(ROOT).text();
        Files.writeString(MADE, made);
        assertThat(Files.readString(PAGE))
                .as("cp local/target/metrics.md docs/operating/metrics.md puts it right")
                .isEqualTo(made);
    }

    @Test
    void every_metric_of_the_sources_is_on_the_page() throws IOException {
        MetricsPage page = new MetricsPage(ROOT);
        assertThat(page.text().lines().filter(line -> line.startsWith("| `")))
                .hasSize(page.named())
                .hasSizeGreaterThan(30);
    }
}
