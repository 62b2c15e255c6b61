package io.xinqun.catalog.feed;

import io.xinqun.catalog.feed.item.FeedFormat;

/// How items are read and where they go, the same for every channel.
public record FeedIntake(FeedFormat format, ApplyFeed applyFeed, FeedMeter meter) {}
