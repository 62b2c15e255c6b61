package io.xinqun.community.membership;

import static io.xinqun.community.model.community.MembershipStatus.JOINING;
import static io.xinqun.community.model.community.MembershipStatus.LAPSED;
import static io.xinqun.community.model.community.MembershipStatus.PENDING;

import io.xinqun.community.CommunityProblem;
import io.xinqun.community.model.community.Communities;
import io.xinqun.community.model.community.Community;
import io.xinqun.community.model.community.Membership;
import io.xinqun.community.model.community.MembershipStatus;
import io.xinqun.community.model.community.Memberships;
import io.xinqun.kernel.event.Actor;
import io.xinqun.kernel.identity.Ids;
import io.xinqun.kernel.problem.CommonProblem;
import io.xinqun.kernel.problem.Problem;
import java.time.Clock;
import reactor.core.publisher.Mono;

/// Lets somebody into a community, or onto its waiting list.
///
/// Shape: open → active; by application → pending; by invitation → active for who was invited.
/// State: repeating it gives where the member stands; parallel joins never exceed the capacity.
/// Errors: `not-found`, `community-full`, `invitation-required`, `own-community`.
public final class JoinCommunity {

    private final Communities communities;
    private final Memberships memberships;
    private final TakeSeat takeSeat;
    private final Ids ids;
    private final Clock clock;

    public JoinCommunity(
            Communities communities,
            Memberships memberships,
            TakeSeat takeSeat,
            Ids ids,
            Clock clock) {
        this.communities = communities;
        this.memberships = memberships;
        this.takeSeat = takeSeat;
        this.ids = ids;
        this.clock = clock;
    }

    public Mono<Membership> handle(String communityId, Actor member) {
        return communities
                .find(communityId)
                .switchIfEmpty(Mono.error(JoinCommunity::notFound))
                .flatMap(community -> enter(community, member));
    }

    private Mono<Membership> enter(Community community, Actor member) {
        if (community.isOwnedBy(member.account())) {
            return Mono.error(
                    new Problem(CommunityProblem.OWN_COMMUNITY, "It is your own community"));
        }
        return memberships
                .find(community.id(), member.account())
                .flatMap(there -> goOn(community, there, member))
                .switchIfEmpty(Mono.defer(() -> begin(community, member)));
    }

    private Mono<Membership> goOn(Community community, Membership there, Actor member) {
        return switch (there.status()) {
            case ACTIVE, PENDING -> Mono.just(there);
            case JOINING -> takeSeat.handle(new TakeSeat.Entry(there, LAPSED, member));
            case INVITED -> take(there, member);
            case LEFT, LAPSED ->
                    switch (community.profile().admission()) {
                        case OPEN -> take(there, member);
                        case APPLICATION -> apply(there, member);
                        case INVITATION -> Mono.error(invitationRequired());
                    };
        };
    }

    private Mono<Membership> begin(Community community, Actor member) {
        return switch (community.profile().admission()) {
            case OPEN -> add(community, JOINING, member);
            case APPLICATION -> add(community, PENDING, member);
            case INVITATION -> Mono.error(invitationRequired());
        };
    }

    private Mono<Membership> add(Community community, MembershipStatus first, Actor member) {
        Membership fresh =
                Membership.beginning(community.id(), member.account(), first, clock.instant());
        Membership named = first == JOINING ? fresh.claiming(ids.next()) : fresh;
        return memberships
                .add(named, member)
                .flatMap(added -> added ? Mono.just(named) : again(named))
                .flatMap(there -> goOn(community, there, member));
    }

    private Mono<Membership> apply(Membership there, Actor member) {
        Membership pending = there.moved(PENDING, clock.instant());
        return memberships
                .change(there, pending, member)
                .flatMap(done -> done ? Mono.just(pending) : again(there));
    }

    private Mono<Membership> take(Membership there, Actor member) {
        Membership joining = there.joining(ids.next(), clock.instant());
        MembershipStatus otherwise =
                there.is(MembershipStatus.INVITED) ? MembershipStatus.INVITED : LAPSED;
        return memberships
                .change(there, joining, member)
                .flatMap(done -> done ? Mono.just(joining) : again(there))
                .flatMap(now ->
                        now.is(JOINING)
                                ? takeSeat.handle(new TakeSeat.Entry(now, otherwise, member))
                                : Mono.just(now));
    }

    /// Another request of the same member was faster: go on from where it is.
    private Mono<Membership> again(Membership there) {
        return memberships.find(there.community(), there.account());
    }

    private static Problem invitationRequired() {
        return new Problem(
                CommunityProblem.INVITATION_REQUIRED, "Its owner has not invited this account");
    }

    private static Problem notFound() {
        return new Problem(CommonProblem.NOT_FOUND, "There is no such community");
    }
}
