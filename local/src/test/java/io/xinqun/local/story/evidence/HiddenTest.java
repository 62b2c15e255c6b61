package io.xinqun.local.story.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HiddenTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({
        "phone number, refused the phone 13912345678 of somebody",
        "token, 'Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhLTEifQ.c2ln'",
        "private key, -----BEGIN PRIVATE KEY-----",
        "password, login a Supplier-terrace-1-2026",
        "openid, signed in o-mei-1",
        "key material, active key MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="
    })
    void what_a_log_shows_is_found_with_its_place(String kind, String line) throws IOException {
        assertThat(searched("nothing\n" + line + "\n")).containsExactly(kind + " in order.log:2");
    }

    @ParameterizedTest
    @CsvSource({
        "order 13912345678901 at 1763892270087",
        "trace 0af7651916cd43dd8448eb21113912345678",
        "id joss4c6k22ct3qazm77gnhhhyd:1",
        "key id kid-that-everybody-may-know"
    })
    void what_is_no_secret_is_not(String line) throws IOException {
        assertThat(searched(line)).isEmpty();
    }

    private java.util.List<String> searched(String log) throws IOException {
        Path keys = Files.createDirectory(folder.resolve("keys"));
        Path logs = Files.createDirectory(folder.resolve("logs"));
        Files.writeString(
                keys.resolve("data-keys.json"),
                "{\"k1\":\"MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=\"}");
        Files.writeString(
                keys.resolve("signing-keys.json"), "{\"kid\":\"kid-that-everybody-may-know\"}");
        Files.writeString(keys.resolve("jwks.json"), "{\"kid\":\"kid-that-everybody-may-know\"}");
        Files.writeString(logs.resolve("order.log"), log);
        Hidden hidden = new Hidden();
        hidden.addKeys(keys);
        hidden.add("openid", "o-mei-1");
        return hidden.shownIn(logs);
    }
}
