package io.xinqun.gateway.ratelimit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import reactor.core.publisher.Mono;

/// Buckets in this instance's memory: what limits callers while Redis is away.
public final class OwnBuckets implements Buckets {

    /// A bucket that rests this long is full again, so forgetting it forgives nothing.
    private static final Duration FULL_AGAIN = Duration.ofMinutes(2);

    private final LoadingCache<BucketName, Bucket> buckets;

    public OwnBuckets(BucketSizes sizes, int maximum) {
        this.buckets =
                Caffeine.newBuilder()
                        .maximumSize(maximum)
                        .expireAfterAccess(FULL_AGAIN)
                        .build(name -> bucket(sizes, name));
    }

    private static Bucket bucket(BucketSizes sizes, BucketName name) {
        return Bucket.builder().addLimit(sizes.of(name.limit()).getBandwidths()[0]).build();
    }

    @Override
    public Mono<Duration> take(RateLimits limit, String who) {
        ConsumptionProbe probe =
                buckets.get(new BucketName(limit, who)).tryConsumeAndReturnRemaining(1);
        return Mono.just(
                probe.isConsumed()
                        ? Duration.ZERO
                        : Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }
}
