package io.xinqun.gateway.ratelimit;

import java.nio.charset.StandardCharsets;

/// Which bucket: a limit and whom it counts.
record BucketName(RateLimits limit, String who) {

    /// The bucket's key in Redis; the hash tag keeps a bucket on one node of a cluster.
    byte[] redisKey() {
        return ("limit:" + limit.name() + ":{" + who + "}").getBytes(StandardCharsets.UTF_8);
    }
}
