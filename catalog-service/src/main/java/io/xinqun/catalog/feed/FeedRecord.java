package io.xinqun.catalog.feed;

import io.xinqun.catalog.feed.item.FeedLimits;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A record of the feed topic, as it came.
///
/// Shape: `key` is `supplier|supplierSku`; `signature` is base64 of an Ed25519 signature over key,
/// a line feed and value, by the supplier's key that `keyId` names; `delivery` is optional.
@SuppressWarnings("ArrayRecordComponent") // A record is read once, never compared.
public record FeedRecord(
        Place place, String key, byte[] value, Proof proof, @Nullable String delivery) {

    /// Where it stands in the topic and when it was written there.
    public record Place(int partition, long offset, Instant at) {}

    /// What proves the sender.
    public record Proof(@Nullable String keyId, @Nullable String signature) {}

    /// Who it claims to be from; empty text if it says nobody.
    public String claimedSupplier() {
        int bar = key.indexOf('|');
        return bar < 0 ? "" : key.substring(0, bar);
    }

    /// A key that is longer than any SKU is cut one character behind that: it is still none, and a
    /// report of two hundred of them still fits its document.
    public String supplierSku() {
        int begin = key.indexOf('|') + 1;
        return key.substring(begin, Math.min(key.length(), begin + FeedLimits.CODE + 1));
    }
}
