package io.xinqun.gateway.ratelimit;

import java.time.Duration;
import reactor.core.publisher.Mono;

/// Token buckets, one for each limit and whoever it counts.
public interface Buckets {

    /// Takes one token.
    ///
    /// Shape: zero = taken; else how long until there is one again. Errors: whatever keeps the
    /// buckets from being read; nothing is taken then.
    Mono<Duration> take(RateLimits limit, String who);
}
