package io.xinqun.gateway.route;

import java.time.Duration;

/// What kind of request a route carries. The kind decides how long the gateway waits, how large a
/// body may be and which rate limits count.
///
/// Units: the time-out runs until the response's headers; a body limit counts bytes on the wire.
/// Source: order placing waits up to 2 s for its stock, so writes get 5 s, and where money is at
/// stake a crowd on a cold machine gets its time; WeChat gives up on a notification after 5 s; a
/// feed may take as long as the supplier's line needs.
public enum Traffic {
    READ(Duration.ofSeconds(3), 16 * 1024L),
    WRITE(Duration.ofSeconds(5), 256 * 1024L),
    MONEY(Duration.ofSeconds(15), 256 * 1024L),
    SIGN_IN(Duration.ofSeconds(6), 16 * 1024L),
    OPERATOR(Duration.ofSeconds(10), 1024 * 1024L),
    NOTIFICATION(Duration.ofMillis(4_500), 64 * 1024L),
    STREAM(Duration.ofSeconds(5), 16 * 1024L),
    /// A feed of any length is read line by line: only its lines are limited, by the catalog.
    FEED(Duration.ofHours(1), Long.MAX_VALUE);

    /// Key of this value in a route's metadata.
    public static final String METADATA = "traffic";

    private final Duration responseTimeout;
    private final long bodyLimitBytes;

    Traffic(Duration responseTimeout, long bodyLimitBytes) {
        this.responseTimeout = responseTimeout;
        this.bodyLimitBytes = bodyLimitBytes;
    }

    public Duration responseTimeout() {
        return responseTimeout;
    }

    public long bodyLimitBytes() {
        return bodyLimitBytes;
    }
}
