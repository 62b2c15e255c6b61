package io.xinqun.order.order.deal;

import io.xinqun.order.order.line.Attribution;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Who brought a consumer, by link token or by the community service's own book.
///
/// Shape: the higher `attribution.bindingVersion` is the newer one; it counts until `expiresAt`.
public record Binding(
        String consumer,
        Attribution attribution,
        @Nullable String community,
        @Nullable Instant expiresAt) {

    public boolean isOverAt(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }

    public Binding withoutSecond() {
        Attribution alone =
                new Attribution(
                        attribution.sharer(),
                        null,
                        attribution.link(),
                        attribution.channel(),
                        attribution.policyVersion(),
                        attribution.bindingVersion(),
                        attribution.level());
        return new Binding(consumer, alone, community, expiresAt);
    }

    /// As it counts now that the sharer has this level.
    public Binding at(@Nullable String level) {
        return new Binding(consumer, attribution.at(level), community, expiresAt);
    }

    public boolean isNewerThan(Binding other) {
        return attribution.bindingVersion() > other.attribution.bindingVersion();
    }
}
