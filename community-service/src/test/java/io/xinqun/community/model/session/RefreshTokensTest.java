package io.xinqun.community.model.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.xinqun.community.configuration.HmacKeyedHash;
import io.xinqun.community.model.account.KeyedHash;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefreshTokensTest {

    private static final String SESSION = "019aa8c4-7d10-7a3e-9b52-6f1c2d3e4a5b";

    private final RefreshTokens tokens = tokens("key", 7);

    @Test
    void a_token_is_read_as_it_was_made() {
        RefreshToken token = tokens.first(SESSION);

        assertThat(tokens.read(token.text())).contains(token);
        assertThat(token.generation()).isEqualTo(1);
        assertThat(token.text()).doesNotContain(token.hash());
    }

    @Test
    void two_exchanges_of_one_token_give_the_same_successor() {
        RefreshToken token = tokens.first(SESSION);
        String salt = tokens.salt();

        assertThat(tokens.successor(token, salt)).isEqualTo(tokens.successor(token, salt));
        assertThat(tokens.successor(token, salt).generation()).isEqualTo(2);
    }

    @Test
    void a_successor_needs_the_token_the_salt_and_the_key() {
        RefreshToken token = tokens.first(SESSION);
        String salt = tokens.salt();
        String secret = tokens.successor(token, salt).secret();

        assertThat(tokens.successor(tokens.first(SESSION), salt).secret()).isNotEqualTo(secret);
        assertThat(tokens.successor(token, tokens.salt()).secret()).isNotEqualTo(secret);
        assertThat(tokens("other", 7).successor(token, salt).secret()).isNotEqualTo(secret);
    }

    @Test
    void a_changed_character_anywhere_makes_it_no_token_of_ours() {
        String text = tokens.first(SESSION).text();
        for (int index = 0; index < text.length(); index++) {
            char other = text.charAt(index) == 'b' ? 'c' : 'b';
            String changed = text.substring(0, index) + other + text.substring(index + 1);
            assertThat(tokens.read(changed)).as("character %s", index).isEmpty();
        }
    }

    @Test
    void a_token_of_another_deployment_is_none_of_ours() {
        assertThat(tokens.read(tokens("other", 7).first(SESSION).text())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "...", "a.b.c.d", "💥", "x.1.y.z"})
    void nonsense_is_no_token(String text) {
        assertThat(tokens.read(text)).isEmpty();
    }

    private static RefreshTokens tokens(String key, long seed) {
        KeyedHash hash = new HmacKeyedHash(key.getBytes(StandardCharsets.UTF_8));
        return new RefreshTokens(hash, new Random(seed));
    }
}
