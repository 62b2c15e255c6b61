package io.xinqun.kernel.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataTest {

    private static final String ONE = Base64.getEncoder().encodeToString(new byte[32]);
    private static final String TWO =
            Base64.getEncoder().encodeToString("0123456789abcdef0123456789abcdef".getBytes());
    private static final String OLD = "{\"active\":\"k1\",\"keys\":{\"k1\":\"" + ONE + "\"}}";
    private static final String ROTATED =
            "{\"active\":\"k2\",\"keys\":{\"k1\":\"" + ONE + "\",\"k2\":\"" + TWO + "\"}}";

    private final PersonalData data = new PersonalData(OLD);

    @ParameterizedTest
    @ValueSource(strings = {"", "张三", "{\"phone\":\"13800138000\"}"})
    void what_is_sealed_opens_to_the_same(String plain) {
        String sealed = data.seal(plain);
        assertThat(sealed).startsWith("k1.").doesNotContain("138");
        assertThat(data.open(sealed)).isEqualTo(plain);
    }

    @Test
    void the_same_text_is_sealed_differently_each_time() {
        assertThat(data.seal("张三")).isNotEqualTo(data.seal("张三"));
    }

    @Test
    void after_a_rotation_old_text_opens_and_is_known_to_be_stale() {
        String sealed = data.seal("张三");
        PersonalData rotated = new PersonalData(ROTATED);
        assertThat(rotated.open(sealed)).isEqualTo("张三");
        assertThat(rotated.isStale(sealed)).isTrue();
        assertThat(rotated.isStale(rotated.seal("张三"))).isFalse();
        assertThatThrownBy(() -> data.open(rotated.seal("张三")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void changed_text_does_not_open_at_any_place() {
        String sealed = data.seal("张三");
        for (int place = 0; place < sealed.length(); place++) {
            char other = sealed.charAt(place) == 'A' ? 'B' : 'A';
            String changed = sealed.substring(0, place) + other + sealed.substring(place + 1);
            if (!changed.startsWith("k1.") || !sameBytes(sealed, changed)) {
                assertThatThrownBy(() -> data.open(changed))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageNotContaining("张三");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "k1", "k1.", "k1.AAAA", "k9.AAAAAAAAAAAAAAAAAAAAAAAA", "k1.!!"})
    void what_was_never_sealed_does_not_open(String text) {
        assertThatThrownBy(() -> data.open(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "x",
                "{\"active\":\"k1\",\"keys\":{}}",
                "{\"active\":\"k1\",\"keys\":{\"k1\":\"AAAA\"}}"
            })
    void a_key_file_that_would_not_protect_is_refused_at_start(String file) {
        assertThatThrownBy(() -> new PersonalData(file))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /// The last character of base64 may carry unused bits.
    private static boolean sameBytes(String one, String other) {
        Base64.Decoder decoder = Base64.getUrlDecoder();
        return java.util.Arrays.equals(
                decoder.decode(one.substring(3)), decoder.decode(other.substring(3)));
    }
}
