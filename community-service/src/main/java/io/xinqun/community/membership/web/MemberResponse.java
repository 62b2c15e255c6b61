package io.xinqun.community.membership.web;

import io.xinqun.community.model.community.Membership;
import java.time.Instant;

/// A membership. Owners see their members' accounts masked in lists.
record MemberResponse(String community, String account, String status, Instant since) {

    /// Enough to recognise somebody whom one talks about, too little to look others up.
    private static final int SHOWN = 4;

    static MemberResponse forThemselves(Membership membership) {
        return of(membership, membership.account());
    }

    /// The account as `0193…7d10`. Who applied is shown whole: the owner must name it to approve.
    static MemberResponse masked(Membership membership) {
        return switch (membership.status()) {
            case PENDING, INVITED -> of(membership, membership.account());
            case JOINING, ACTIVE, LEFT, LAPSED -> of(membership, mask(membership.account()));
        };
    }

    private static MemberResponse of(Membership membership, String account) {
        return new MemberResponse(
                membership.community(), account, membership.status().code(), membership.since());
    }

    private static String mask(String account) {
        int length = account.length();
        return length <= 2 * SHOWN
                ? "…"
                : account.substring(0, SHOWN) + "…" + account.substring(length - SHOWN);
    }
}
