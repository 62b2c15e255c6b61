package io.xinqun.kernel.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xinqun.kernel.problem.Problem;
import io.xinqun.kernel.security.Caller;
import io.xinqun.kernel.security.Role;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyTest {

    private record Line(String sku, int quantity) {}

    private final Caller one = new Caller("a-1", Set.of(Role.CONSUMER), null);
    private final Caller other = new Caller("a-2", Set.of(Role.CONSUMER), null);

    @Test
    void the_same_key_of_the_same_caller_is_the_same_intent() {
        String id = new IdempotencyKey("k-1").deriveId("order", one);
        assertThat(new IdempotencyKey("k-1").deriveId("order", one)).isEqualTo(id);
        assertThat(new IdempotencyKey("k-1").deriveId("order", other)).isNotEqualTo(id);
        assertThat(new IdempotencyKey("k-2").deriveId("order", one)).isNotEqualTo(id);
        assertThat(new IdempotencyKey("k-1").deriveId("refund", one)).isNotEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "é", "\t", "\u007f"})
    void a_key_is_visible_ascii(String key) {
        assertThatThrownBy(() -> new IdempotencyKey(key)).isInstanceOf(Problem.class);
    }

    @Test
    void a_fingerprint_knows_the_request_and_not_its_writing() {
        String print = Fingerprint.of(new Line("s-1", 2));
        assertThat(Fingerprint.of(new Line("s-1", 2))).isEqualTo(print).hasSize(43);
        assertThat(Fingerprint.of(new Line("s-1", 3))).isNotEqualTo(print);
        Map<String, Integer> sorted = new TreeMap<>(Map.of("a", 1, "b", 2));
        assertThat(Fingerprint.of(sorted)).isEqualTo(Fingerprint.of(Map.of("b", 2, "a", 1)));
        assertThat(Fingerprint.of(List.of(1, 2))).isNotEqualTo(Fingerprint.of(List.of(2, 1)));
    }
}
