package io.xinqun.community.membership;

import io.xinqun.community.CommunityProblem;
import io.xinqun.community.model.community.Membership;
import io.xinqun.community.model.community.MembershipStatus;
import io.xinqun.community.model.community.Memberships;
import io.xinqun.community.model.community.Seats;
import io.xinqun.community.model.community.Seats.Claim;
import io.xinqun.kernel.event.Actor;
import io.xinqun.kernel.problem.CommonProblem;
import io.xinqun.kernel.problem.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import reactor.core.publisher.Mono;

/// Brings a membership that is JOINING to a seat, or back to where it was.
///
/// State: first the membership names its claim, then the community grants it, then the membership
/// becomes active, then the claim is settled. After a crash between any two, the next try of the
/// same member goes on from there; whatever nobody takes up again is ended by the recount. A seat
/// may stay unused for a while; none is used twice. Errors: `community-full`; `conflict` when the
/// same member's other request came in between.
public final class TakeSeat {

    /// A request is over long before that, so a claim this old has nobody behind it.
    public static final Duration ABANDONED = Duration.ofSeconds(60);

    /// One recount makes room; who is still too late has lost against others.
    private static final int RECOUNTS = 2;

    private final Seats seats;
    private final Memberships memberships;
    private final Clock clock;

    public TakeSeat(Seats seats, Memberships memberships, Clock clock) {
        this.seats = seats;
        this.memberships = memberships;
        this.clock = clock;
    }

    /// A member on the way in, and where to go back to when there is no seat.
    record Entry(Membership joining, MembershipStatus otherwise, Actor actor) {

        String community() {
            return joining.community();
        }

        String claim() {
            return String.valueOf(joining.claim());
        }
    }

    Mono<Membership> handle(Entry entry) {
        return claim(entry, RECOUNTS);
    }

    private Mono<Membership> claim(Entry entry, int recounts) {
        Instant now = clock.instant();
        return seats.claim(entry.community(), entry.claim(), entry.joining().account(), now)
                .flatMap(claim ->
                        claim == Claim.FULL ? full(entry, recounts) : activate(entry, claim));
    }

    private Mono<Membership> full(Entry entry, int recounts) {
        if (recounts == 0) {
            return giveUp(entry);
        }
        return seats.recount(entry.community(), clock.instant().minus(ABANDONED))
                .flatMap(room -> room ? claim(entry, recounts - 1) : giveUp(entry));
    }

    private Mono<Membership> giveUp(Entry entry) {
        Membership back = entry.joining().moved(entry.otherwise(), clock.instant());
        return memberships
                .change(entry.joining(), back, entry.actor())
                .then(
                        Mono.error(() ->
                                new Problem(
                                        CommunityProblem.COMMUNITY_FULL,
                                        "All of its seats are taken")));
    }

    private Mono<Membership> activate(Entry entry, Claim claim) {
        Membership active = entry.joining().moved(MembershipStatus.ACTIVE, clock.instant());
        return memberships
                .change(entry.joining(), active, entry.actor())
                .flatMap(done ->
                        done
                                ? seats.settle(entry.community(), entry.claim()).thenReturn(active)
                                : outrun(entry, claim));
    }

    /// Another request of the same member was faster, or the recount ended this one.
    private Mono<Membership> outrun(Entry entry, Claim claim) {
        return memberships
                .find(entry.community(), entry.joining().account())
                .flatMap(now ->
                        now.is(MembershipStatus.ACTIVE)
                                ? letGo(entry, claim, now).thenReturn(now)
                                : letGo(entry, claim, now).then(Mono.error(conflict())));
    }

    private Mono<Void> letGo(Entry entry, Claim claim, Membership now) {
        if (claim != Claim.HELD) {
            return Mono.empty();
        }
        boolean usesThisSeat = now.is(MembershipStatus.ACTIVE) && entry.claim().equals(now.claim());
        return usesThisSeat
                ? seats.settle(entry.community(), entry.claim())
                        .then(seats.markDeparture(entry.community()))
                : seats.release(entry.community(), entry.claim());
    }

    private static Problem conflict() {
        return new Problem(CommonProblem.CONFLICT, "Another request of this member came between");
    }
}
