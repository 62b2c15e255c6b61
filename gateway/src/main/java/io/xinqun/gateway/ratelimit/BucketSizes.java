package io.xinqun.gateway.ratelimit;

import io.github.bucket4j.BucketConfiguration;
import io.xinqun.gateway.ratelimit.RateLimits.Scope;
import java.util.EnumMap;
import java.util.Map;

/// The buckets' sizes with the operator's scale applied: the one place where limits become numbers.
public final class BucketSizes {

    private final Map<RateLimits, BucketConfiguration> sizes = new EnumMap<>(RateLimits.class);

    public BucketSizes(int addressScale) {
        for (RateLimits limit : RateLimits.values()) {
            sizes.put(limit, size(limit, limit.scope() == Scope.ADDRESS ? addressScale : 1));
        }
    }

    private static BucketConfiguration size(RateLimits limit, long scale) {
        return BucketConfiguration.builder()
                .addLimit(bandwidth ->
                        bandwidth
                                .capacity(limit.burst() * scale)
                                .refillGreedy(limit.perMinute() * scale, RateLimits.refillPeriod()))
                .build();
    }

    BucketConfiguration of(RateLimits limit) {
        BucketConfiguration size = sizes.get(limit);
        if (size == null) {
            throw new IllegalStateException("no size for " + limit);
        }
        return size;
    }
}
