package io.xinqun.community.model.referral;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A signed-in consumer opened a curator's link.
///
/// Shape: `second` is the sharer's second level at this moment: whoever brought the curator when
/// the recommendation happened is meant, not whoever did when the link was made.
public record Touch(String consumer, ShareLink link, @Nullable String second, Instant at) {}
