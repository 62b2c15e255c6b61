package io.xinqun.kernel.body;

import java.time.Duration;

/// How slowly a request's body may come.
///
/// Units: `pause` is the longest silence, and the time after which the whole body is held to
/// `bytesPerSecond`. Both count only while its reader waits for bytes: a reader that is slow itself
/// takes its time.
public record BodyPace(Duration pause, int bytesPerSecond) {

    /// A phone that changes its cell is silent for some seconds, and the slowest mobile networks
    /// carry a few kilobytes a second; who is slower than this holds a connection for nothing.
    public static final BodyPace DEFAULT = new BodyPace(Duration.ofSeconds(15), 256);

    public BodyPace {
        if (!pause.isPositive() || bytesPerSecond < 1) {
            throw new IllegalArgumentException("a body comes at a pace");
        }
    }
}
