package io.xinqun.gateway.route;

import java.time.Duration;
import org.springframework.util.unit.DataSize;

/// What kind of request a route carries. The kind decides how long the gateway waits, how large a
/// body may be and which rate limits count.
///
/// Units: the time-out runs until the response's headers; a body limit counts bytes on the wire.
/// Source: order placing waits up to 2 s for its stock, so writes get 5 s; WeChat gives up on a
/// notification after 5 s; a feed may take as long as the supplier's line needs.
public enum Traffic {
    READ(Duration.ofSeconds(3), DataSize.ofKilobytes(16)),
    WRITE(Duration.ofSeconds(5), DataSize.ofKilobytes(256)),
    MONEY(Duration.ofSeconds(6), DataSize.ofKilobytes(256)),
    SIGN_IN(Duration.ofSeconds(6), DataSize.ofKilobytes(16)),
    OPERATOR(Duration.ofSeconds(10), DataSize.ofMegabytes(1)),
    NOTIFICATION(Duration.ofMillis(4_500), DataSize.ofKilobytes(64)),
    STREAM(Duration.ofSeconds(5), DataSize.ofKilobytes(16)),
    /// A feed of any length is read line by line: only its lines are limited, by the catalog.
    FEED(Duration.ofHours(1), DataSize.ofBytes(Long.MAX_VALUE));

    /// Key of this value in a route's metadata.
    public static final String METADATA = "traffic";

    private final Duration responseTimeout;
    private final DataSize bodyLimit;

    Traffic(Duration responseTimeout, DataSize bodyLimit) {
        this.responseTimeout = responseTimeout;
        this.bodyLimit = bodyLimit;
    }

    public Duration responseTimeout() {
        return responseTimeout;
    }

    public DataSize bodyLimit() {
        return bodyLimit;
    }
}
