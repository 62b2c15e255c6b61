package io.xinqun.catalog.feed.item;

import java.util.Locale;

/// What became of one item of a feed.
public enum FeedOutcome {
    /// It changed the offer, or brought a newer count.
    ACCEPTED,
    /// The same version with the same content was here before.
    UNCHANGED,
    /// A newer version is here already.
    STALE,
    /// It was wrong; nothing of it was taken.
    REFUSED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
