package io.xinqun.community.model.community;

import io.xinqun.kernel.event.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// All memberships. A write tells the event that it causes.
public interface Memberships {

    Mono<Membership> find(String community, String account);

    /// Adds a first one; false when there is one already.
    Mono<Boolean> add(Membership membership, Actor actor);

    /// Writes the next version; false when somebody else wrote it first.
    Mono<Boolean> change(Membership before, Membership after, Actor actor);

    /// Those of a status in the order of their accounts.
    Mono<List<Membership>> find(Query query);

    /// At most `limit` memberships of a community, those after the account `last`.
    record Query(String community, MembershipStatus status, @Nullable String last, int limit) {}
}
