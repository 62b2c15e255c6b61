package io.xinqun.community.model.referral;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// Whose recommendation a consumer follows, with the policy that made it so. One per consumer.
///
/// Shape: `version` grows by one with every change; `expiresAt` is the first instant at which it no
/// longer counts.
public record Binding(
        String consumer,
        long version,
        ShareLink link,
        @Nullable String second,
        ReferralPolicy policy,
        Instant touchedAt,
        Instant expiresAt,
        boolean revoked) {

    public Binding {
        // As the store keeps them: what is answered at once and what is read later are the same.
        touchedAt = touchedAt.truncatedTo(ChronoUnit.MILLIS);
        expiresAt = expiresAt.truncatedTo(ChronoUnit.MILLIS);
    }

    static Binding of(Touch touch, ReferralPolicy policy, long version) {
        return new Binding(
                touch.consumer(),
                version,
                touch.link(),
                touch.second(),
                policy,
                touch.at(),
                touch.at().plus(policy.window()),
                false);
    }

    public String sharer() {
        return link.sharer();
    }

    public boolean isLive(Instant now) {
        return !revoked && now.isBefore(expiresAt);
    }

    public Binding revokedNext() {
        return new Binding(consumer, version + 1, link, second, policy, touchedAt, expiresAt, true);
    }
}
