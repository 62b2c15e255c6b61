package io.xinqun.community.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeysIT {

    @TempDir private Path directory;

    @Test
    void the_first_key_signs_all_are_published_and_a_changed_file_counts_when_it_is_read_again()
            throws Exception {
        JWK old = key("old");
        JWK fresh = key("fresh");
        Path file = write(List.of(old));
        SigningKeys keys = new SigningKeys(file.toString(), Clock.systemUTC(), "xinqun");
        assertThat(signer(keys)).isEqualTo("old");

        write(List.of(old, fresh));
        keys.reread();
        assertThat(signer(keys)).isEqualTo("old");
        assertThat(published(keys)).containsExactly("old", "fresh");

        write(List.of(fresh, old));
        keys.reread();
        assertThat(signer(keys)).isEqualTo("fresh");
        assertThat(published(keys)).containsExactly("fresh", "old");
    }

    @Test
    void a_file_that_cannot_be_read_leaves_the_keys_in_hand() throws Exception {
        Path file = write(List.of(key("only")));
        SigningKeys keys = new SigningKeys(file.toString(), Clock.systemUTC(), "xinqun");

        Files.writeString(file, "{\"keys\":[");
        keys.reread();
        assertThat(signer(keys)).isEqualTo("only");
        Files.delete(file);
        keys.reread();
        assertThat(signer(keys)).isEqualTo("only");
    }

    private Path write(List<JWK> keys) throws IOException {
        return Files.writeString(directory.resolve("keys.json"), new JWKSet(keys).toString(false));
    }

    private static JWK key(String id) throws JOSEException {
        return new RSAKeyGenerator(2048).keyID(id).generate();
    }

    private static String signer(SigningKeys keys) throws ParseException {
        String token = keys.get().sign("t", "s", Map.of(), Duration.ofMinutes(1));
        return SignedJWT.parse(token).getHeader().getKeyID();
    }

    private static List<String> published(SigningKeys keys) throws ParseException {
        JWKSet set = JWKSet.parse(keys.get().publicKeys());
        assertThat(set.getKeys()).noneMatch(JWK::isPrivate);
        return set.getKeys().stream().map(JWK::getKeyID).toList();
    }
}
