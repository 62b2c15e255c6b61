package io.xinqun.catalog.model.supplier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Who lists and ships goods.
///
/// Shape: 0..5 feed keys, so that a new one is in use before the old one goes. State: `spread` is
/// true until a change of status has reached all its products.
public record Supplier(
        String id,
        String name,
        SupplierStatus status,
        List<FeedKey> feedKeys,
        boolean spread,
        long version,
        Instant createdAt) {

    /// Two are enough to rotate; five leave room for several feeding systems.
    public static final int MAXIMUM_FEED_KEYS = 5;

    public Supplier {
        feedKeys = List.copyOf(feedKeys);
    }

    public boolean isActive() {
        return status == SupplierStatus.ACTIVE;
    }

    public Optional<FeedKey> feedKey(String keyId) {
        return feedKeys.stream().filter(key -> key.id().equals(keyId)).findFirst();
    }

    public Supplier with(FeedKey key) {
        List<FeedKey> keys = new ArrayList<>(feedKeys);
        keys.add(key);
        return new Supplier(id, name, status, keys, spread, version, createdAt);
    }

    public Supplier withoutFeedKey(String keyId) {
        List<FeedKey> keys = feedKeys.stream().filter(key -> !key.id().equals(keyId)).toList();
        return new Supplier(id, name, status, keys, spread, version, createdAt);
    }

    public Supplier with(SupplierStatus next) {
        return new Supplier(id, name, next, feedKeys, true, version, createdAt);
    }

    public Supplier withSpreadDone() {
        return new Supplier(id, name, status, feedKeys, false, version, createdAt);
    }
}
