package io.xinqun.catalog.onboarding.web;

import io.xinqun.catalog.model.supplier.FeedKey;
import java.time.Instant;

/// A registered feed key.
public record FeedKeyResponse(String keyId, String publicKey, Instant registeredAt) {

    static FeedKeyResponse of(FeedKey key) {
        return new FeedKeyResponse(key.id(), key.publicKey(), key.registeredAt());
    }
}
