package io.xinqun.community.model.community;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// One account in one community.
///
/// Shape: `claim` names the seat that it asked for; `version` counts its changes from 1. State: see
/// [MembershipStatus]; every move is one conditional write on the version.
public record Membership(
        String community,
        String account,
        MembershipStatus status,
        @Nullable String claim,
        Instant since,
        long version) {

    public Membership {
        // As the store keeps it: what is answered at once and what is read later are the same.
        since = since.truncatedTo(ChronoUnit.MILLIS);
    }

    public static Membership beginning(
            String community, String account, MembershipStatus status, Instant now) {
        return new Membership(community, account, status, null, now, 1);
    }

    public String id() {
        return idOf(community, account);
    }

    public static String idOf(String community, String account) {
        return community + "|" + account;
    }

    public boolean is(MembershipStatus other) {
        return status == other;
    }

    /// A first join with the claim of its seat.
    public Membership claiming(String seatClaim) {
        return new Membership(community, account, status, seatClaim, since, version);
    }

    /// Begins to take the seat of this claim.
    public Membership joining(String seatClaim, Instant now) {
        return new Membership(
                community, account, MembershipStatus.JOINING, seatClaim, now, version + 1);
    }

    public Membership moved(MembershipStatus next, Instant now) {
        return new Membership(community, account, next, claim, now, version + 1);
    }

    /// Others learn of who asks, who is in and who is out, not of an unfinished join.
    public boolean isTold() {
        return is(MembershipStatus.PENDING)
                || is(MembershipStatus.ACTIVE)
                || is(MembershipStatus.LEFT);
    }
}
