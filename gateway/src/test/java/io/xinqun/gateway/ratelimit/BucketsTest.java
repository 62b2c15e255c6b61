package io.xinqun.gateway.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.xinqun.gateway.telemetry.GatewayMeters;
import io.xinqun.gateway.telemetry.GatewayMetric;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BucketsTest {

    private static final RateLimits LIMIT = RateLimits.KEY_MONEY;

    private final Clock clock = Clock.fixed(Instant.EPOCH.plusSeconds(9), ZoneOffset.UTC);
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final GatewayMeters meters = new GatewayMeters(registry);

    @Test
    void the_burst_passes_and_the_next_waits() {
        Buckets own = new OwnBuckets(new BucketSizes(1), 10);
        for (int i = 0; i < LIMIT.burst(); i++) {
            assertThat(own.take(LIMIT, "order-1").block()).isZero();
        }
        assertThat(own.take(LIMIT, "order-1").block()).isPositive();
    }

    @Test
    void one_caller_does_not_use_up_anothers_bucket() {
        Buckets own = new OwnBuckets(new BucketSizes(1), 10);
        for (int i = 0; i <= LIMIT.burst(); i++) {
            own.take(LIMIT, "order-1").block();
        }
        assertThat(own.take(LIMIT, "order-2").block()).isZero();
    }

    @Test
    void the_scale_widens_addresses_only() {
        BucketSizes wide = new BucketSizes(10);
        assertThat(wide.of(RateLimits.ADDRESS_MONEY).getBandwidths()[0].getCapacity())
                .isEqualTo(10L * RateLimits.ADDRESS_MONEY.burst());
        assertThat(wide.of(RateLimits.USER_MONEY).getBandwidths()[0].getCapacity())
                .isEqualTo(RateLimits.USER_MONEY.burst());
    }

    @Test
    void while_the_shared_buckets_fail_the_own_ones_still_limit() {
        Buckets limited =
                new FallbackBuckets(
                        (limit, who) -> Mono.error(new IllegalStateException("away")),
                        new OwnBuckets(new BucketSizes(1), 10),
                        clock,
                        meters);
        for (int i = 0; i < LIMIT.burst(); i++) {
            assertThat(limited.take(LIMIT, "order-1").block()).isZero();
        }
        assertThat(limited.take(LIMIT, "order-1").block()).isPositive();
    }

    @Test
    void shared_buckets_that_failed_are_left_alone_for_a_while() {
        AtomicInteger asked = new AtomicInteger();
        Buckets limited =
                new FallbackBuckets(
                        (limit, who) ->
                                Mono.defer(() -> {
                                    asked.incrementAndGet();
                                    return Mono.error(new IllegalStateException("away"));
                                }),
                        (limit, who) -> Mono.just(Duration.ZERO),
                        clock,
                        meters);
        limited.take(LIMIT, "a").block();
        limited.take(LIMIT, "a").block();
        assertThat(asked).hasValue(1);
        assertThat(registry.counter(GatewayMetric.LIMITED_ALONE.getName()).count()).isEqualTo(2);
    }

    @Test
    void shared_buckets_that_answer_too_late_cost_a_request_little() {
        Buckets limited =
                new FallbackBuckets(
                        (limit, who) -> Mono.never(),
                        (limit, who) -> Mono.just(Duration.ofSeconds(7)),
                        clock,
                        meters);
        assertThat(limited.take(LIMIT, "a").block(Duration.ofSeconds(5)))
                .isEqualTo(Duration.ofSeconds(7));
    }
}
