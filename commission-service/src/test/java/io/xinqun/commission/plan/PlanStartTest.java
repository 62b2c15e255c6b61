package io.xinqun.commission.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xinqun.commission.plan.PlanRefused.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("F1")
class PlanStartTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @ParameterizedTest(name = "at {0} the day {1} begins at {2}")
    @CsvSource({
        "2026-11-23T08:00:00.000Z,    2026-11-24, 2026-11-23T16:00:00Z",
        "2026-11-23T15:59:59.999999Z, 2026-11-24, 2026-11-23T16:00:00Z",
        // Today is at once, from its first moment to its last.
        "2026-11-23T16:00:00.000Z,    2026-11-24, 2026-11-23T16:00:00Z",
        "2026-11-23T16:00:00.001Z,    2026-11-24, 2026-11-23T16:00:00.001Z",
        "2026-11-24T15:59:59.999Z,    2026-11-24, 2026-11-24T15:59:59.999Z",
        "2026-11-24T16:00:00.000Z,    2026-11-24, over",
        "2026-11-23T08:00:00.000Z,    2027-01-01, 2026-12-31T16:00:00Z",
    })
    void a_business_day_begins_at_midnight_in_its_zone(Instant now, LocalDate day, String from) {
        assertFrom(new PlanStart.On(day), now, from);
    }

    @ParameterizedTest(name = "at {0} the moment {1} is {2}")
    @CsvSource({
        "2026-11-23T08:00:00.000Z,    2026-11-23T08:00:00.001Z, 2026-11-23T08:00:00.001Z",
        "2026-11-23T08:00:00.000900Z, 2026-11-23T08:00:00Z,     2026-11-23T08:00:00Z",
        "2026-11-23T08:00:00.001Z,    2026-11-23T08:00:00Z,     over",
    })
    void a_moment_is_now_or_later(Instant now, Instant asked, String from) {
        assertFrom(new PlanStart.At(asked), now, from);
    }

    @Test
    void at_once_is_this_millisecond() {
        assertFrom(
                new PlanStart.AtOnce(),
                Instant.parse("2026-11-23T08:00:00.123456Z"),
                "2026-11-23T08:00:00.123Z");
    }

    private static void assertFrom(PlanStart start, Instant now, String from) {
        if (from.equals("over")) {
            assertThatThrownBy(() -> start.from(now, SHANGHAI))
                    .isInstanceOfSatisfying(
                            PlanRefused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(Reason.BACKDATED));
        } else {
            assertThat(start.from(now, SHANGHAI)).isEqualTo(Instant.parse(from));
        }
    }
}
