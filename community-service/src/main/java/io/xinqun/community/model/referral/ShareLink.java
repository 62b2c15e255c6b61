package io.xinqun.community.model.referral;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// A curator's short link to a product or community, put into one channel.
///
/// Shape: `code` has 10 characters of [ShareCodes], so it fits the 32 of a WeChat mini-program
/// code.
public record ShareLink(
        String code,
        String sharer,
        Target target,
        Channel channel,
        @Nullable String community,
        Instant createdAt) {

    public ShareLink {
        // As the store keeps it: what is answered at once and what is read later are the same.
        createdAt = createdAt.truncatedTo(ChronoUnit.MILLIS);
    }

    /// The product that it shows, if it shows one.
    public @Nullable String product() {
        return target.kind() == Target.Kind.PRODUCT ? target.id() : null;
    }

    /// Whether it is the same share: another tap on the button, not another link.
    public boolean isSameShareAs(ShareLink other) {
        return sharer.equals(other.sharer)
                && target.equals(other.target)
                && channel == other.channel
                && java.util.Objects.equals(community, other.community);
    }
}
