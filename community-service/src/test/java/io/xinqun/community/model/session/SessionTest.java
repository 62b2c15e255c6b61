package io.xinqun.community.model.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.xinqun.community.model.session.Session.Verdict;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionTest {

    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
    private static final SessionLife LIFE =
            new SessionLife(Duration.ofDays(30), Duration.ofDays(180));

    private final Session once =
            LIFE.open("s1", "a1", "phone", "first", START)
                    .rotated("second", "salt", START.plusSeconds(100), LIFE);

    /// `second` is live; `first` was exchanged 100 seconds after the start.
    @ParameterizedTest(name = "{0} presented at {1}: {2}")
    @CsvSource({
        "second,  PT100S,     ROTATE",
        "second,  P30DT99S,   ROTATE",
        "second,  P30DT100S,  ENDED",
        "first,   PT100S,     REPEAT",
        "first,   PT109.999S, REPEAT",
        "first,   PT110S,     REUSED",
        "first,   P30DT100S,  ENDED",
        "older,   PT100S,     REUSED",
        "older,   PT110S,     REUSED",
    })
    void a_token_is_judged_by_what_was_exchanged_when(String token, Duration at, Verdict verdict) {
        assertThat(once.judge(token, START.plus(at))).isEqualTo(verdict);
    }

    @Test
    void nothing_counts_in_a_session_that_has_ended() {
        Session ended =
                new Session(
                        once.id(),
                        once.account(),
                        once.device(),
                        once.current(),
                        once.rotation(),
                        once.createdAt(),
                        once.usedAt(),
                        once.expiresAt(),
                        SessionEnd.SIGNED_OUT);

        assertThat(ended.judge("second", START)).isEqualTo(Verdict.ENDED);
        assertThat(ended.judge("first", START)).isEqualTo(Verdict.ENDED);
    }

    @Test
    void use_extends_a_session_but_never_beyond_its_whole_life() {
        Instant late = START.plus(Duration.ofDays(170));

        assertThat(once.rotated("third", "salt", late, LIFE).expiresAt())
                .isEqualTo(START.plus(Duration.ofDays(180)));
    }
}
