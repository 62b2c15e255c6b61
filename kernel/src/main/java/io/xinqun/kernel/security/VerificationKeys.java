package io.xinqun.kernel.security;

import com.nimbusds.jose.JWSVerifier;
import io.xinqun.kernel.problem.CommonProblem;
import io.xinqun.kernel.problem.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// The public keys that tokens are checked with, through rotations.
///
/// State: keys are read at first use, again after `reread`, and at once for an unknown key id, but
/// at most once per `refreshPause`, so that made-up key ids cost nothing. When the source is away
/// the keys in hand stay. A key counts until the source no longer lists it. Errors: [Problem]
/// `unavailable` while no key set was ever read.
public final class VerificationKeys {

    /// A source that is slower than this counts as away.
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(3);

    private record Held(
            Map<String, JWSVerifier> verifiers, String json, Instant readAt, long generation) {}

    private final KeySource source;
    private final Clock clock;
    private final Duration reread;
    private final Duration pause;
    private final AtomicReference<@Nullable Held> held = new AtomicReference<>();
    private final AtomicReference<@Nullable Mono<Held>> reading = new AtomicReference<>();
    private final AtomicReference<@Nullable Instant> lastTry = new AtomicReference<>();

    public VerificationKeys(KeySource source, Clock clock, Duration reread, Duration pause) {
        this.source = source;
        this.clock = clock;
        this.reread = reread;
        this.pause = pause;
    }

    /// The verifier of a key id; empty when there is no such key.
    Mono<JWSVerifier> verifier(String keyId) {
        Held keys = held.get();
        JWSVerifier known = keys == null ? null : keys.verifiers.get(keyId);
        if (known != null && !isOld(keys)) {
            return Mono.just(known);
        }
        return Mono.defer(this::newest).flatMap(now -> Mono.justOrEmpty(now.verifiers.get(keyId)));
    }

    /// Changes whenever the key set changes: what was verified before is then verified again.
    long generation() {
        Held keys = held.get();
        return keys == null ? 0 : keys.generation;
    }

    /// Reads again when that is due, so that a removed key stops counting even for tokens that are
    /// known already.
    Mono<Void> refreshIfOld() {
        return isOld(held.get()) ? Mono.defer(this::newest).then() : Mono.empty();
    }

    private boolean isOld(@Nullable Held keys) {
        return keys == null || !clock.instant().isBefore(keys.readAt.plus(reread));
    }

    private Mono<Held> newest() {
        Mono<Held> running = reading.get();
        if (running != null) {
            return running;
        }
        if (!mayTry()) {
            return inHand();
        }
        Mono<Held> mine =
                source.read()
                        .timeout(READ_TIMEOUT)
                        .map(this::take)
                        .onErrorResume(away -> inHand())
                        .doFinally(end -> reading.set(null))
                        .cache();
        return reading.compareAndSet(null, mine) ? mine : inHand();
    }

    private boolean mayTry() {
        Instant now = clock.instant();
        Instant last = lastTry.get();
        boolean due = last == null || held.get() == null || !now.isBefore(last.plus(pause));
        return due && lastTry.compareAndSet(last, now);
    }

    private Mono<Held> inHand() {
        return Mono.justOrEmpty(held.get())
                .switchIfEmpty(
                        Mono.error(() ->
                                new Problem(
                                        CommonProblem.UNAVAILABLE,
                                        "The keys of access tokens are not known yet")));
    }

    private Held take(String json) {
        Map<String, JWSVerifier> verifiers = KeySources.verifiers(json);
        Instant now = clock.instant();
        return Objects.requireNonNull(
                held.updateAndGet(before -> {
                    long generation = before == null ? 0 : before.generation;
                    boolean same = before != null && before.json.equals(json);
                    return new Held(verifiers, json, now, same ? generation : generation + 1);
                }));
    }
}
