package io.xinqun.community.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What makes an account a curator.
///
/// Shape: `secondLevel` is the curator who earns the second level on this one's sales; there is no
/// third: of a second level's own second level nobody ever asks for money. State: ACTIVE ⇄
/// SUSPENDED; a suspended curator keeps the role and loses the earnings.
public record Curator(CuratorStatus status, @Nullable String secondLevel, Instant since) {

    public boolean isActive() {
        return status == CuratorStatus.ACTIVE;
    }

    Curator with(CuratorStatus other) {
        return new Curator(other, secondLevel, since);
    }
}
