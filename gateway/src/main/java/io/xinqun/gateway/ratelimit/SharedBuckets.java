package io.xinqun.gateway.ratelimit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.distributed.AsyncBucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import io.github.bucket4j.distributed.proxy.optimization.DelayParameters;
import io.github.bucket4j.distributed.proxy.optimization.Optimizations;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import reactor.core.publisher.Mono;

/// Buckets in Redis, shared by all instances of the gateway.
///
/// A busy bucket is settled with Redis every few tokens or every 100 ms, not at every request, so a
/// burst may pass the limit by that many tokens an instance and the usual request costs no round
/// trip.
public final class SharedBuckets implements Buckets {

    private static final Duration UNSETTLED_AT_MOST = Duration.ofMillis(100);

    /// A twentieth of a bucket may be taken by an instance before it settles.
    private static final int UNSETTLED_PART = 20;

    private static final Duration FULL_AGAIN = Duration.ofMinutes(2);

    private final Mono<LoadingCache<BucketName, AsyncBucketProxy>> buckets;

    /// Connects at the first request, and again at a later one if Redis was away; once connected,
    /// the client reconnects by itself.
    public SharedBuckets(RedisClient redis, RedisURI uri, BucketSizes sizes, int maximum) {
        this.buckets =
                Mono.fromFuture(() ->
                                redis.connectAsync(ByteArrayCodec.INSTANCE, uri)
                                        .toCompletableFuture())
                        .map(connection -> buckets(connection, sizes, maximum))
                        .cache(
                                connected -> Duration.ofMillis(Long.MAX_VALUE),
                                failure -> Duration.ZERO,
                                () -> Duration.ZERO);
    }

    private static LoadingCache<BucketName, AsyncBucketProxy> buckets(
            StatefulRedisConnection<byte[], byte[]> redis, BucketSizes sizes, int maximum) {
        AsyncProxyManager<byte[]> proxies =
                Bucket4jLettuce.casBasedBuilder(redis)
                        .expirationAfterWrite(
                                ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(
                                        FULL_AGAIN))
                        .build()
                        .asAsync();
        return Caffeine.newBuilder()
                .maximumSize(maximum)
                .expireAfterAccess(FULL_AGAIN)
                .build(name -> bucket(proxies, sizes, name));
    }

    private static AsyncBucketProxy bucket(
            AsyncProxyManager<byte[]> proxies, BucketSizes sizes, BucketName name) {
        var size = sizes.of(name.limit());
        long unsettled = Math.max(1, size.getBandwidths()[0].getCapacity() / UNSETTLED_PART);
        return proxies.builder()
                .withOptimization(
                        Optimizations.delaying(new DelayParameters(unsettled, UNSETTLED_AT_MOST)))
                .build(name.redisKey(), () -> CompletableFuture.completedFuture(size));
    }

    @Override
    public Mono<Duration> take(RateLimits limit, String who) {
        BucketName name = new BucketName(limit, who);
        return buckets.flatMap(
                        all -> Mono.fromFuture(() -> all.get(name).tryConsumeAndReturnRemaining(1)))
                .map(probe ->
                        probe.isConsumed()
                                ? Duration.ZERO
                                : Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }
}
