package io.xinqun.community.sharing;

import io.xinqun.community.model.referral.Binding;
import io.xinqun.community.model.referral.ShareLink;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What came of opening a share link: where it leads, and whom the consumer follows now.
///
/// Shape: `binding` is null when the link gives no attribution; `outcome` says why.
public record Visit(ShareLink link, @Nullable Binding binding, Outcome outcome) {

    /// Stable codes, part of the public contract.
    public enum Outcome {
        /// The visitor follows this link's sharer from now on.
        BOUND,
        /// The visitor already follows somebody, whom the policy keeps.
        EARLIER_SHARER_KEPT,
        ANONYMOUS,
        SELF_REFERRAL,
        REFERRAL_CYCLE,
        CURATOR_SUSPENDED;

        private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

        public String code() {
            return code;
        }
    }

    static Visit without(ShareLink link, Outcome why) {
        return new Visit(link, null, why);
    }
}
