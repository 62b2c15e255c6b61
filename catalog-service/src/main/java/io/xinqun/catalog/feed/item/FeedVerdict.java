package io.xinqun.catalog.feed.item;

import org.jspecify.annotations.Nullable;

/// What became of one item, and why if it was refused.
public record FeedVerdict(FeedOutcome outcome, @Nullable FeedRefusal refusal) {

    public static final FeedVerdict ACCEPTED = new FeedVerdict(FeedOutcome.ACCEPTED, null);
    public static final FeedVerdict UNCHANGED = new FeedVerdict(FeedOutcome.UNCHANGED, null);
    public static final FeedVerdict STALE = new FeedVerdict(FeedOutcome.STALE, null);

    public static FeedVerdict refused(FeedCode code, @Nullable String field, String message) {
        return refused(new FeedRefusal(code, field, message));
    }

    public static FeedVerdict refused(FeedRefusal refusal) {
        return new FeedVerdict(FeedOutcome.REFUSED, refusal);
    }
}
