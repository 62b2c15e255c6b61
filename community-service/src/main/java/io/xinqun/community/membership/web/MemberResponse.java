package io.xinqun.community.membership.web;

import io.xinqun.community.model.community.Membership;
import java.time.Instant;

/// A membership. The account is an opaque id, which the owner names to approve a member or to send
/// one away; nothing in a list tells who that is.
record MemberResponse(String community, String account, String status, Instant since) {

    static MemberResponse of(Membership membership) {
        return new MemberResponse(
                membership.community(),
                membership.account(),
                membership.status().code(),
                membership.since());
    }
}
