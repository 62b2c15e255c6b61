package io.xinqun.gateway.ratelimit;

import io.xinqun.gateway.telemetry.GatewayMeters;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import reactor.core.publisher.Mono;

/// The shared buckets while they answer, else this instance's own: a caller is limited in every
/// case, only less exactly while Redis is away.
public final class FallbackBuckets implements Buckets {

    /// A limit must never cost a request more than this.
    private static final Duration PATIENCE = Duration.ofMillis(100);

    /// How long Redis is left alone after it failed.
    private static final Duration REST = Duration.ofSeconds(1);

    private final Buckets shared;
    private final Buckets own;
    private final Clock clock;
    private final GatewayMeters meters;
    private final AtomicReference<Instant> restUntil = new AtomicReference<>(Instant.EPOCH);

    public FallbackBuckets(Buckets shared, Buckets own, Clock clock, GatewayMeters meters) {
        this.shared = shared;
        this.own = own;
        this.clock = clock;
        this.meters = meters;
    }

    @Override
    public Mono<Duration> take(RateLimits limit, String who) {
        if (clock.instant().isBefore(restUntil.get())) {
            return alone(limit, who);
        }
        return shared.take(limit, who)
                .timeout(PATIENCE)
                .onErrorResume(failure -> {
                    restUntil.set(clock.instant().plus(REST));
                    return alone(limit, who);
                });
    }

    private Mono<Duration> alone(RateLimits limit, String who) {
        meters.limitedAlone();
        return own.take(limit, who);
    }
}
