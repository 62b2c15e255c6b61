package io.xinqun.local.network;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How good a line is.
///
/// @param delay how long a piece of data is under way, in each direction
/// @param loss the part of pieces that are lost, 0 to 1; TCP sends them again, so a loss shows as a
///   wait for the sender's time-out, which doubles while it is lost again
/// @param cut the part of pieces at which the connection breaks, 0 to 1
public record Line(Duration delay, double loss, double cut) {

    /// As if nothing were between the two.
    public static final Line CLEAR = new Line(Duration.ZERO, 0, 0);

    /// The least that Linux waits before it sends again (`TCP_RTO_MIN`).
    private static final Duration SENT_AGAIN_AFTER = Duration.ofMillis(200);

    /// How long one piece takes.
    Duration next(RandomGenerator chance) {
        Duration all = delay;
        Duration wait = SENT_AGAIN_AFTER.plus(delay.multipliedBy(2));
        while (chance.nextDouble() < loss) {
            all = all.plus(wait);
            wait = wait.multipliedBy(2);
        }
        return all;
    }

    /// Whether the connection breaks at this piece.
    boolean breaks(RandomGenerator chance) {
        return chance.nextDouble() < cut;
    }
}
