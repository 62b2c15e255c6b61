package io.xinqun.community.signin.schedule;

import io.xinqun.community.model.session.Sessions;
import io.xinqun.community.signin.SignInAttempts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import reactor.core.publisher.Mono;

/// Removes sessions and counted tries that no longer mean anything.
public final class ForgetOldSessions {

    private static final Logger LOG = LoggerFactory.getLogger(ForgetOldSessions.class);

    /// A reused token is still recognised as one for a day after its session expired.
    private static final Duration KEPT = Duration.ofDays(1);

    private final Sessions sessions;
    private final SignInAttempts attempts;
    private final Clock clock;

    public ForgetOldSessions(Sessions sessions, SignInAttempts attempts, Clock clock) {
        this.sessions = sessions;
        this.attempts = attempts;
        this.clock = clock;
    }

    /// Once an hour; several instances doing it at once do no harm.
    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
    public Mono<Long> sweep() {
        Instant old = clock.instant().minus(KEPT);
        return Mono.zip(sessions.forget(old), attempts.forget(old), Long::sum)
                .doOnNext(count -> LOG.debug("{} old sessions and tries forgotten", count))
                .doOnError(away ->
                        LOG.warn("old sessions stay until the next try: {}", away.toString()))
                .onErrorComplete();
    }
}
