package io.xinqun.catalog.feed.item;

import org.jspecify.annotations.Nullable;

/// Why an item was refused, for its sender.
public record FeedRefusal(FeedCode code, @Nullable String field, String message) {}
