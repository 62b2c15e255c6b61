package io.xinqun.catalog.onboarding;

import io.xinqun.catalog.CatalogProblem;
import io.xinqun.catalog.model.supplier.FeedKey;
import io.xinqun.catalog.model.supplier.FeedSignature;
import io.xinqun.catalog.model.supplier.Supplier;
import io.xinqun.kernel.problem.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import reactor.core.publisher.Mono;

/// Registers and retires the keys with which a supplier signs records of the feed topic. To rotate:
/// register the new one, sign with it, retire the old one.
///
/// Errors: `feed-key-invalid`, `feed-key-taken` (the id names another key), `too-many-feed-keys`;
/// the same key under the same id again is the same registration.
public final class ManageFeedKeys {

    private final ChangeSupplier changeSupplier;
    private final Clock clock;

    public ManageFeedKeys(ChangeSupplier changeSupplier, Clock clock) {
        this.changeSupplier = changeSupplier;
        this.clock = clock;
    }

    public Mono<Supplier> register(String supplier, String keyId, String publicKey) {
        Optional<String> usable = FeedSignature.normalised(publicKey);
        if (usable.isEmpty()) {
            return Mono.error(
                    new Problem(
                            CatalogProblem.FEED_KEY_INVALID,
                            "publicKey is base64 of an Ed25519 key, 32 bytes or X.509"));
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        FeedKey key = new FeedKey(keyId, usable.get(), now);
        return changeSupplier.handle(supplier, before -> with(before, key));
    }

    public Mono<Supplier> retire(String supplier, String keyId) {
        return changeSupplier.handle(
                supplier,
                before ->
                        before.feedKey(keyId).isPresent() ? before.withoutFeedKey(keyId) : before);
    }

    private static Supplier with(Supplier supplier, FeedKey key) {
        Optional<FeedKey> known = supplier.feedKey(key.id());
        if (known.isPresent()) {
            if (known.get().publicKey().equals(key.publicKey())) {
                return supplier;
            }
            throw new Problem(CatalogProblem.FEED_KEY_TAKEN, "Give the new key an id of its own");
        }
        if (supplier.feedKeys().size() >= Supplier.MAXIMUM_FEED_KEYS) {
            throw new Problem(
                    CatalogProblem.TOO_MANY_FEED_KEYS,
                    "Retire one of the " + Supplier.MAXIMUM_FEED_KEYS + " first");
        }
        return supplier.with(key);
    }
}
