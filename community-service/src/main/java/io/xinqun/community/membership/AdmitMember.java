package io.xinqun.community.membership;

import static io.xinqun.community.model.community.MembershipStatus.ACTIVE;
import static io.xinqun.community.model.community.MembershipStatus.INVITED;
import static io.xinqun.community.model.community.MembershipStatus.PENDING;

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

/// The owner approves an application, or invites somebody.
///
/// State: repeating it is fine. An approved application without a free seat stays pending. Errors:
/// `not-found` for who is not the owner and for who has not applied; `community-full`.
public final class AdmitMember {

    private final OwnCommunities ownCommunities;
    private final Memberships memberships;
    private final TakeSeat takeSeat;
    private final Ids ids;
    private final Clock clock;

    public AdmitMember(
            OwnCommunities ownCommunities,
            Memberships memberships,
            TakeSeat takeSeat,
            Ids ids,
            Clock clock) {
        this.ownCommunities = ownCommunities;
        this.memberships = memberships;
        this.takeSeat = takeSeat;
        this.ids = ids;
        this.clock = clock;
    }

    public Mono<Membership> approve(String communityId, String account, Actor owner) {
        return ownCommunities
                .find(communityId, owner.account())
                .flatMap(community -> memberships.find(community.id(), account))
                .switchIfEmpty(Mono.error(AdmitMember::notApplied))
                .flatMap(there -> approved(there, owner));
    }

    private Mono<Membership> approved(Membership there, Actor owner) {
        return switch (there.status()) {
            case ACTIVE -> Mono.just(there);
            case JOINING -> takeSeat.handle(new TakeSeat.Entry(there, PENDING, owner));
            case PENDING -> {
                Membership joining = there.joining(ids.next(), clock.instant());
                yield memberships
                        .change(there, joining, owner)
                        .filter(Boolean::booleanValue)
                        .switchIfEmpty(Mono.error(AdmitMember::conflict))
                        .flatMap(done ->
                                takeSeat.handle(new TakeSeat.Entry(joining, PENDING, owner)));
            }
            case INVITED, LEFT, LAPSED -> Mono.error(notApplied());
        };
    }

    public Mono<Membership> invite(String communityId, String account, Actor owner) {
        return ownCommunities
                .find(communityId, owner.account())
                .flatMap(community -> invited(community, account, owner));
    }

    private Mono<Membership> invited(Community community, String account, Actor owner) {
        Membership fresh = Membership.beginning(community.id(), account, INVITED, clock.instant());
        return memberships
                .find(community.id(), account)
                .flatMap(there -> invitedAgain(there, owner))
                .switchIfEmpty(
                        Mono.defer(() ->
                                memberships
                                        .add(fresh, owner)
                                        .filter(Boolean::booleanValue)
                                        .map(added -> fresh)
                                        .switchIfEmpty(Mono.error(AdmitMember::conflict))));
    }

    private Mono<Membership> invitedAgain(Membership there, Actor owner) {
        MembershipStatus status = there.status();
        if (status == ACTIVE || status == INVITED || status == MembershipStatus.JOINING) {
            return Mono.just(there);
        }
        Membership invited = there.moved(INVITED, clock.instant());
        return memberships
                .change(there, invited, owner)
                .filter(Boolean::booleanValue)
                .map(done -> invited)
                .switchIfEmpty(Mono.error(AdmitMember::conflict));
    }

    private static Problem notApplied() {
        return new Problem(CommonProblem.NOT_FOUND, "There is no such application");
    }

    private static Problem conflict() {
        return new Problem(CommonProblem.CONFLICT, "The member moved in the meantime, look again");
    }
}
