package io.xinqun.catalog.feed.item;

/// Reads one item of a feed from its JSON.
///
/// Errors: [FeedRefused], with the SKU it is about where that was readable.
public interface FeedFormat {

    FeedItem read(byte[] json);
}
