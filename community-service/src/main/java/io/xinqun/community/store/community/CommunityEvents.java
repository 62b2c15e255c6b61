package io.xinqun.community.store.community;

import io.xinqun.community.model.community.Community;
import io.xinqun.community.model.community.Membership;
import io.xinqun.kernel.event.Actor;
import io.xinqun.kernel.event.EventJson;
import io.xinqun.kernel.outbox.OutboxEntry;
import io.xinqun.kernel.telemetry.Traces;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// What other programs learn about communities and memberships.
final class CommunityEvents {

    static final String COMMUNITY = "community.community.v1";
    static final String MEMBERSHIP = "community.membership.v1";

    record CommunityTold(
            String communityId,
            String kind,
            String purpose,
            String admission,
            String owner,
            List<String> tags,
            String status,
            Instant createdAt) {}

    record MembershipTold(String communityId, String accountId, String status, Instant since) {}

    private CommunityEvents() {}

    static OutboxEntry founded(Community community, Actor actor) {
        CommunityTold told =
                new CommunityTold(
                        community.id(),
                        community.profile().kind().code(),
                        community.profile().purpose().code(),
                        community.profile().admission().code(),
                        community.owner(),
                        community.profile().tags(),
                        community.status().code(),
                        community.createdAt());
        return entry(community.id(), COMMUNITY, 1, actor, community.createdAt(), told);
    }

    /// The membership's own version is the sequence: who reads ignores a lower one, a gap is an
    /// unfinished join.
    static OutboxEntry moved(Membership membership, Actor actor) {
        MembershipTold told =
                new MembershipTold(
                        membership.community(),
                        membership.account(),
                        membership.status().name().toLowerCase(Locale.ROOT),
                        membership.since());
        return entry(
                membership.id(), MEMBERSHIP, membership.version(), actor, membership.since(), told);
    }

    private static OutboxEntry entry(
            String id, String type, long sequence, Actor actor, Instant at, Object told) {
        return new OutboxEntry(
                id + ":" + sequence,
                type,
                id,
                type,
                sequence,
                null,
                actor,
                Traces.current(),
                at,
                EventJson.write(told));
    }
}
