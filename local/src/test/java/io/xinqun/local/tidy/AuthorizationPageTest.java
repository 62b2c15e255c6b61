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
class AuthorizationPageTest {

    private static final Path ROOT = Programs.root();
    private static final Path PAGE = ROOT.resolve("docs/authorization.md");
    private static final Path MADE = ROOT.resolve("local/target/authorization.md");

    @Test
    void the_page_says_what_the_table_says() throws IOException {
        String made = AuthorizationPage.text();
        Files.writeString(MADE, made);
        assertThat(Files.readString(PAGE))
                .as("cp local/target/authorization.md docs/authorization.md puts it right")
                .isEqualTo(made);
    }
}
