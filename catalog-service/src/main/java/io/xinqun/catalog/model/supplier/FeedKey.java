package io.xinqun.catalog.model.supplier;

import java.time.Instant;

/// A public key (Ed25519) that proves who sent a record of the feed topic.
///
/// Shape: `id` is the supplier's own name for it; `publicKey` is base64 of the 32 raw bytes.
public record FeedKey(String id, String publicKey, Instant registeredAt) {}
