package io.xinqun.community.model.session;

import java.time.Duration;
import java.time.Instant;

/// How long a session lives: `idle` after its last use, but never longer than `whole`.
public record SessionLife(Duration idle, Duration whole) {

    public SessionLife {
        if (!idle.isPositive() || whole.compareTo(idle) < 0) {
            throw new IllegalArgumentException("a session's whole life covers its idle time");
        }
    }

    Instant expiry(Instant createdAt, Instant usedAt) {
        Instant byUse = usedAt.plus(idle);
        Instant byAge = createdAt.plus(whole);
        return byUse.isBefore(byAge) ? byUse : byAge;
    }

    /// A new session whose first token has this hash.
    public Session open(String id, String account, String device, String current, Instant now) {
        return new Session(id, account, device, current, null, now, now, expiry(now, now), null);
    }
}
