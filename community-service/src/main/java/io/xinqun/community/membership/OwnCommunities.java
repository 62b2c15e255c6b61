package io.xinqun.community.membership;

import io.xinqun.community.model.community.Communities;
import io.xinqun.community.model.community.Community;
import io.xinqun.kernel.problem.CommonProblem;
import io.xinqun.kernel.problem.Problem;
import reactor.core.publisher.Mono;

/// Finds a community for its owner only.
///
/// Errors: `not-found` for everybody else.
public final class OwnCommunities {

    private final Communities communities;

    public OwnCommunities(Communities communities) {
        this.communities = communities;
    }

    public Mono<Community> find(String id, String account) {
        return communities
                .find(id)
                .filter(community -> community.isOwnedBy(account))
                .switchIfEmpty(
                        Mono.error(() ->
                                new Problem(CommonProblem.NOT_FOUND, "You own no such community")));
    }
}
