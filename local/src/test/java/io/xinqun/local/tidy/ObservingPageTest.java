package io.xinqun.local.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import io.xinqun.local.launcher.process.Programs;
import io.xinqun.local.launcher.status.Bound;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ObservingPageTest {

    private static final Path PAGES = Programs.root().resolve("docs/operating");
    private static final Pattern METRIC =
            Pattern.compile("`((?:xinqun|resilience4j|reactor|mongodb)_[a-z0-9_]+)`");

    @Test
    void every_bound_of_the_status_is_in_the_page_with_its_reason() throws IOException {
        String page = Files.readString(PAGES.resolve("observing.md"));
        assertThat(Arrays.stream(Bound.values()).map(Bound::row)).allMatch(page::contains);
    }

    @Test
    void every_number_of_resilience_names_metrics_that_are_measured() throws IOException {
        String measured = Files.readString(PAGES.resolve("metrics.md"));
        String page = Files.readString(PAGES.resolve("resilience.md"));
        List<String> numbers =
                page.substring(page.indexOf("## The numbers"))
                        .lines()
                        .filter(line -> line.startsWith("| ") && !line.startsWith("| where"))
                        .toList();
        assertThat(numbers).hasSizeGreaterThan(10);
        Set<String> unmeasured = new TreeSet<>();
        for (String number : numbers) {
            Matcher metric = METRIC.matcher(number);
            int named = 0;
            while (metric.find()) {
                named++;
                if (!measured.contains("`" + metric.group(1) + "`")) {
                    unmeasured.add(metric.group(1));
                }
            }
            assertThat(named > 0 || number.endsWith("| - |")).as(number).isTrue();
        }
        assertThat(unmeasured).isEmpty();
    }
}
