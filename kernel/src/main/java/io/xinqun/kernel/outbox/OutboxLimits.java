package io.xinqun.kernel.outbox;

import java.time.Duration;

/// How much a relay takes on and how patient its sweeper is.
///
/// Shape: `documents` may be with the relay at once; entries older than `leftover` belong to the
/// sweeper; a walk through the leftovers begins `interval` after the last one ended; `page`
/// documents are read at a time; up to `clearing` entries are taken out in one statement.
public record OutboxLimits(
        int documents, Duration leftover, Duration interval, int page, int clearing) {

    /// 10,000 documents of about 2 KB are 20 MB. 5 s is far beyond the time of an undisturbed
    /// publication, so a sweeper does not run into the relay's work. A page of 500 is about 1 MB.
    /// 1,000 ids in a statement cost 30 µs each, measured; more of them make no difference.
    public static final OutboxLimits DEFAULT =
            new OutboxLimits(10_000, Duration.ofSeconds(5), Duration.ofSeconds(2), 500, 1_000);
}
