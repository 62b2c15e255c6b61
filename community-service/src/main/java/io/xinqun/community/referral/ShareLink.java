package io.xinqun.community.referral;

import java.time.Instant;
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
