package io.xinqun.community.model.account;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// What makes an account a curator.
///
/// Shape: `secondLevel` is the curator who earns the second level on this one's sales; there is no
/// third: of a second level's own second level nobody ever asks for money. `level` is what the
/// curator has reached, a code that commission plans may name. State: ACTIVE ⇄ SUSPENDED; a
/// suspended curator keeps the role and loses the earnings.
public record Curator(
        CuratorStatus status, @Nullable String secondLevel, @Nullable String level, Instant since) {

    public Curator {
        // As the store keeps it: what is answered at once and what is read later are the same.
        since = since.truncatedTo(ChronoUnit.MILLIS);
    }

    public boolean isActive() {
        return status == CuratorStatus.ACTIVE;
    }

    Curator with(CuratorStatus other) {
        return new Curator(other, secondLevel, level, since);
    }
}
