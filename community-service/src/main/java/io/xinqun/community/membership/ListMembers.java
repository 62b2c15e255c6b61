package io.xinqun.community.membership;

import io.xinqun.community.model.community.Membership;
import io.xinqun.community.model.community.MembershipStatus;
import io.xinqun.community.model.community.Memberships;
import io.xinqun.community.model.community.Memberships.Query;
import io.xinqun.kernel.page.Cursor;
import io.xinqun.kernel.page.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// The members of a community, for its owner only.
///
/// Errors: `not-found` for everybody else; `invalid-request` for a cursor that was not made here.
public final class ListMembers {

    private final OwnCommunities ownCommunities;
    private final Memberships memberships;

    /// Which page of which members.
    public record Wish(
            String community, MembershipStatus status, @Nullable String cursor, int size) {}

    public ListMembers(OwnCommunities ownCommunities, Memberships memberships) {
        this.ownCommunities = ownCommunities;
        this.memberships = memberships;
    }

    public Mono<Page<Membership>> handle(String owner, Wish wish) {
        String last = wish.cursor() == null ? null : Cursor.decode(wish.cursor()).getFirst();
        // One more than asked for tells whether there is a next page.
        Query query = new Query(wish.community(), wish.status(), last, wish.size() + 1);
        return ownCommunities
                .find(wish.community(), owner)
                .flatMap(community -> memberships.find(query))
                .map(found -> page(found, wish.size()));
    }

    private static Page<Membership> page(List<Membership> found, int size) {
        if (found.size() <= size) {
            return new Page<>(found, null);
        }
        List<Membership> items = found.subList(0, size);
        return new Page<>(items, Cursor.encode(items.getLast().account()));
    }
}
