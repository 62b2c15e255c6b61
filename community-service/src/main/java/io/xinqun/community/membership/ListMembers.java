package io.xinqun.community.membership;

import io.xinqun.community.community.Membership;
import io.xinqun.community.community.Memberships;
import io.xinqun.community.community.Memberships.Query;
import io.xinqun.kernel.page.Page;
import reactor.core.publisher.Mono;

/// The members of a community, for its owner only.
///
/// Errors: `not-found` for everybody else.
public final class ListMembers {

    private final OwnCommunities ownCommunities;
    private final Memberships memberships;

    public ListMembers(OwnCommunities ownCommunities, Memberships memberships) {
        this.ownCommunities = ownCommunities;
        this.memberships = memberships;
    }

    public Mono<Page<Membership>> handle(String owner, Query query) {
        return ownCommunities
                .find(query.community(), owner)
                .flatMap(community -> memberships.page(query));
    }
}
