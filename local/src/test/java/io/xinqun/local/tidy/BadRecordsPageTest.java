package io.xinqun.local.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import io.xinqun.local.launcher.process.Programs;
import io.xinqun.local.story.records.Flaw;
import io.xinqun.local.story.records.RecordTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BadRecordsPageTest {

    private static final Path ROOT = Programs.root();
    private static final Path PAGE = ROOT.resolve("docs/operating/bad-records.md");
    private static final Path MADE = ROOT.resolve("local/target/bad-records.md");

    @Test
    void the_page_says_what_the_table_says() throws IOException {
        String made = BadRecordsPage.text();
        Files.writeString(MADE, made);
        assertThat(Files.readString(PAGE))
                .as("cp local/target/bad-records.md docs/operating/bad-records.md puts it right")
                .isEqualTo(made);
    }

    @Test
    void every_flaw_has_a_fate_somewhere() {
        for (Flaw flaw : Flaw.values()) {
            assertThat(RecordTable.topics())
                    .as(flaw.code())
                    .anySatisfy(topic -> assertThat(topic.fate(flaw).text()).isNotEqualTo("–"));
        }
    }
}
