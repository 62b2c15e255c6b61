package io.xinqun.local.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The house rules that no compiler knows. Each is shown to find a planted breach.
@DisplayNameGeneration(ReplaceUnderscores.class)
class TidyTest {

    private final Sources project = Sources.ofProject();

    @Test
    void the_sources_are_found() {
        assertThat(project.java()).hasSizeGreaterThan(100);
        assertThat(project.texts()).hasSizeGreaterThan(5);
    }

    @Test
    void no_file_method_or_package_is_too_large() {
        assertThat(TidyRules.sizes(project)).isEmpty();
    }

    @Test
    void names_say_something() {
        assertThat(TidyRules.names(project)).isEmpty();
    }

    @Test
    void nothing_speaks_of_unfinished_work_or_of_one_machine() {
        assertThat(TidyRules.words(project)).isEmpty();
    }

    @Test
    void every_link_in_the_documents_leads_somewhere() {
        assertThat(TidyRules.links(project)).isEmpty();
    }

    @Test
    void planted_breaches_are_found(@TempDir Path directory) throws Exception {
        Path source = Files.createDirectories(directory.resolve("src/main/java/planted"));
        Files.writeString(source.resolve("OrderManager.java"), "class OrderManager {}\n");
        Files.writeString(
                source.resolve("Long.java"), "class Long {\n" + "    int a;\n".repeat(300) + "}\n");
        Files.writeString(
                source.resolve("LongMethod.java"),
                "class LongMethod {\n    void a() {\n"
                        + "        b();\n".repeat(41)
                        + "    }\n}\n");
        Files.writeString(
                source.resolve("Wide.java"), "class Wide { // " + "x".repeat(100) + "\n}\n");
        Files.writeString(source.resolve("Todo.java"), "class Todo { // TO" + "DO later\n}\n");
        Files.writeString(directory.resolve("README.md"), "[gone](docs/gone.md)\n");
        Sources planted = Sources.of(directory);

        List<String> sizes = TidyRules.sizes(planted);
        assertThat(sizes).anyMatch(breach -> breach.contains("Long.java"));
        assertThat(sizes).anyMatch(breach -> breach.contains("LongMethod.java"));
        assertThat(sizes).anyMatch(breach -> breach.contains("Wide.java"));
        assertThat(TidyRules.names(planted)).anyMatch(breach -> breach.contains("OrderManager"));
        assertThat(TidyRules.words(planted)).anyMatch(breach -> breach.contains("Todo.java"));
        assertThat(TidyRules.links(planted)).anyMatch(breach -> breach.contains("docs/gone.md"));
    }

    @Test
    void a_package_with_too_many_types_is_found(@TempDir Path directory) throws Exception {
        Path source = Files.createDirectories(directory.resolve("src/main/java/crowded"));
        for (int i = 0; i < 16; i++) {
            Files.writeString(source.resolve("Type" + i + ".java"), "class Type" + i + " {}\n");
        }
        assertThat(TidyRules.sizes(Sources.of(directory)))
                .anyMatch(breach -> breach.contains("crowded"));
    }
}
