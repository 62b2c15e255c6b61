package io.xinqun.kernel.total;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// A request to the owner of a total.
///
/// Shape: `id` is derived from its cause, so that a repeat is the same command; `total` names the
/// slot that decides; `at` is the time of the record that carried it, in milliseconds, which is
/// what the store keeps.
public record Command<P>(String id, String total, Instant at, P payload) {

    public Command {
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }
}
