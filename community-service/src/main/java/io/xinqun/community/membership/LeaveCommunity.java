package io.xinqun.community.membership;

import io.xinqun.community.model.community.Membership;
import io.xinqun.community.model.community.MembershipStatus;
import io.xinqun.community.model.community.Memberships;
import io.xinqun.community.model.community.Seats;
import io.xinqun.kernel.event.Actor;
import io.xinqun.kernel.problem.CommonProblem;
import io.xinqun.kernel.problem.Problem;
import java.time.Clock;
import reactor.core.publisher.Mono;

/// A member leaves, or withdraws an application; the owner may also send somebody away.
///
/// State: the community is told to count its seats again before and after, so that a crash in
/// between costs no seat. Repeating it is fine. Errors: `not-found` for who is no member;
/// `conflict` while a join is under way.
public final class LeaveCommunity {

    private final OwnCommunities ownCommunities;
    private final Memberships memberships;
    private final Seats seats;
    private final Clock clock;

    public LeaveCommunity(
            OwnCommunities ownCommunities, Memberships memberships, Seats seats, Clock clock) {
        this.ownCommunities = ownCommunities;
        this.memberships = memberships;
        this.seats = seats;
        this.clock = clock;
    }

    /// `account` leaves because `actor`, who is the same or the owner, wants it.
    public Mono<Membership> handle(String community, String account, Actor actor) {
        Mono<Membership> there =
                memberships
                        .find(community, account)
                        .switchIfEmpty(Mono.error(LeaveCommunity::notFound));
        return actor.account().equals(account)
                ? there.flatMap(mine -> leave(mine, actor))
                : ownCommunities
                        .find(community, actor.account())
                        .then(there)
                        .flatMap(theirs -> leave(theirs, actor));
    }

    private Mono<Membership> leave(Membership there, Actor actor) {
        return switch (there.status()) {
            case LEFT -> Mono.just(there);
            case JOINING -> Mono.error(conflict());
            case ACTIVE ->
                    seats.markDeparture(there.community())
                            .then(Mono.defer(() -> left(there, actor)))
                            .delayUntil(gone -> seats.markDeparture(there.community()));
            case PENDING, INVITED, LAPSED -> left(there, actor);
        };
    }

    private Mono<Membership> left(Membership there, Actor actor) {
        Membership left = there.moved(MembershipStatus.LEFT, clock.instant());
        return memberships
                .change(there, left, actor)
                .filter(Boolean::booleanValue)
                .map(done -> left)
                .switchIfEmpty(Mono.error(LeaveCommunity::conflict));
    }

    private static Problem notFound() {
        return new Problem(CommonProblem.NOT_FOUND, "There is no such member");
    }

    private static Problem conflict() {
        return new Problem(CommonProblem.CONFLICT, "The member moved in the meantime, look again");
    }
}
