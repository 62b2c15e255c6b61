package io.xinqun.catalog.feed;

import io.xinqun.catalog.feed.item.FeedOutcome;

/// Counts what becomes of items, whatever way they came.
@FunctionalInterface
public interface FeedMeter {

    void met(FeedOutcome outcome);
}
