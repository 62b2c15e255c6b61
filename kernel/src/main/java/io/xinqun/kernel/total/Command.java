package io.xinqun.kernel.total;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// A request to the owner of a total.
///
/// Shape: `id` is derived from its cause, so that a repeat is the same command; `total` names the
/// slot that decides; `at` is the time of the record that carried it, in milliseconds, which is
/// what the store keeps; `traceparent` names the trace of its cause, where that is known.
public record Command<P>(
        String id, String total, Instant at, P payload, @Nullable String traceparent) {

    public Command {
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }

    public Command(String id, String total, Instant at, P payload) {
        this(id, total, at, payload, null);
    }

    /// The same command in this trace.
    public Command<P> within(@Nullable String trace) {
        return new Command<>(id, total, at, payload, trace);
    }
}
