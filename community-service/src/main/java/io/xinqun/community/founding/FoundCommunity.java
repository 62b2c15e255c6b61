package io.xinqun.community.founding;

import io.xinqun.community.model.community.Communities;
import io.xinqun.community.model.community.Community;
import io.xinqun.community.model.community.CommunityProfile;
import io.xinqun.kernel.event.Actor;
import io.xinqun.kernel.idempotency.Fingerprint;
import io.xinqun.kernel.problem.CommonProblem;
import io.xinqun.kernel.problem.Problem;
import java.time.Clock;
import reactor.core.publisher.Mono;

/// Founds a community, owned by its founder.
///
/// State: the id is derived from the caller and the idempotency key: a repeat is the same
/// community. Errors: `idempotency-key-reused` for another request under the same key.
public final class FoundCommunity {

    private final Communities communities;
    private final Clock clock;

    public FoundCommunity(Communities communities, Clock clock) {
        this.communities = communities;
        this.clock = clock;
    }

    public Mono<Community> handle(String id, CommunityProfile profile, Actor founder) {
        String fingerprint = Fingerprint.of(profile);
        Community community =
                Community.founded(id, founder.account(), profile, clock.instant(), fingerprint);
        return communities
                .add(community, founder)
                .flatMap(added -> added ? Mono.just(community) : repeated(id, fingerprint));
    }

    private Mono<Community> repeated(String id, String fingerprint) {
        return communities
                .find(id)
                .filter(there -> there.fingerprint().equals(fingerprint))
                .switchIfEmpty(
                        Mono.error(() ->
                                new Problem(
                                        CommonProblem.IDEMPOTENCY_KEY_REUSED,
                                        "This key founded another community")));
    }
}
