package io.xinqun.kernel.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdsTest {

    private static Ids at(String time, long seed) {
        return new Ids(Clock.fixed(Instant.parse(time), ZoneOffset.UTC), new Random(seed));
    }

    @Test
    void a_fresh_id_is_a_uuid_of_version_7_with_its_time_in_front() {
        UUID id = UUID.fromString(at("2026-11-22T10:00:00.123Z", 1).next());
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16)
                .isEqualTo(Instant.parse("2026-11-22T10:00:00.123Z").toEpochMilli());
    }

    @Test
    void a_later_id_sorts_after_an_earlier_one_whatever_the_random_bits() {
        for (int seed = 0; seed < 100; seed++) {
            String earlier = at("2026-11-22T10:00:00.001Z", seed).next();
            String later = at("2026-11-22T10:00:00.002Z", 1_000 - seed).next();
            assertThat(earlier).isLessThan(later);
        }
    }

    @Test
    void ids_of_one_moment_differ_and_do_not_count() {
        Ids ids = at("2026-11-22T10:00:00Z", 7);
        Set<String> seen = new HashSet<>();
        for (int number = 0; number < 10_000; number++) {
            seen.add(ids.next());
        }
        assertThat(seen).hasSize(10_000);
    }

    @Test
    void the_same_cause_gives_the_same_id_and_another_cause_another() {
        assertThat(Ids.derived("order", "a-1", "k"))
                .isEqualTo(Ids.derived("order", "a-1", "k"))
                .matches("[a-z2-7]{26}")
                .isEqualTo("6rk6ecso7ggr3t7sjy3er5jfnx");
        Set<String> differing =
                Set.of(
                        Ids.derived("order", "a-1", "k"),
                        Ids.derived("orde", "ra-1", "k"),
                        Ids.derived("order", "a-1k"),
                        Ids.derived("order", "a-1", "k", ""),
                        Ids.derived("order", "a-", "1k"),
                        Ids.derived("refund", "a-1", "k"));
        assertThat(differing).hasSize(6);
    }
}
