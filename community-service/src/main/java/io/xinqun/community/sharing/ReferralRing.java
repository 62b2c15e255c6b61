package io.xinqun.community.sharing;

import io.xinqun.community.model.account.Accounts;
import io.xinqun.community.model.referral.Bindings;
import java.time.Clock;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Mono;

/// Finds rings: whether money for a consumer's own orders would flow back to the consumer.
///
/// From everybody there are up to two ways up: to the sharer whom they follow as consumers, and to
/// their second level as curators. If the consumer is met again, at any depth, following the sharer
/// would close a ring.
public final class ReferralRing {

    /// Nobody honest has a thousand people above; beyond that it counts as a ring.
    private static final int MOST = 1_000;

    private final Bindings bindings;
    private final Accounts accounts;
    private final Clock clock;

    public ReferralRing(Bindings bindings, Accounts accounts, Clock clock) {
        this.bindings = bindings;
        this.accounts = accounts;
        this.clock = clock;
    }

    /// Whether `consumer` is above `sharer`.
    Mono<Boolean> wouldClose(String consumer, String sharer) {
        return climb(consumer, Set.of(sharer), Set.of(sharer));
    }

    private Mono<Boolean> climb(String consumer, Set<String> level, Set<String> seen) {
        if (seen.contains(consumer) || seen.size() > MOST) {
            return Mono.just(true);
        }
        if (level.isEmpty()) {
            return Mono.just(false);
        }
        return Mono.zip(
                        bindings.sharersOf(level, clock.instant()),
                        accounts.secondLevelsOf(level),
                        (sharers, seconds) -> above(sharers, seconds, seen))
                .flatMap(next -> climb(consumer, next, union(seen, next)));
    }

    private static Set<String> above(
            Map<String, String> sharers, Map<String, String> seconds, Set<String> seen) {
        Set<String> next = new HashSet<>(sharers.values());
        next.addAll(seconds.values());
        next.removeAll(seen);
        return next;
    }

    private static Set<String> union(Set<String> seen, Set<String> next) {
        Set<String> all = new HashSet<>(seen);
        all.addAll(next);
        return all;
    }
}
