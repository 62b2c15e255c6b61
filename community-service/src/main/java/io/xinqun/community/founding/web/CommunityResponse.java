package io.xinqun.community.founding.web;

import io.xinqun.community.model.community.Community;
import io.xinqun.community.model.community.CommunityProfile;
import java.time.Instant;
import java.util.List;

/// A community as everybody who is signed in may see it. `members` counts seats that are taken or
/// about to be.
record CommunityResponse(
        String id,
        String name,
        String kind,
        String purpose,
        String admission,
        int capacity,
        int members,
        List<String> tags,
        String rules,
        String owner,
        String status,
        Instant createdAt) {

    static CommunityResponse of(Community community) {
        CommunityProfile profile = community.profile();
        return new CommunityResponse(
                community.id(),
                profile.name(),
                profile.kind().code(),
                profile.purpose().code(),
                profile.admission().code(),
                profile.capacity(),
                community.members(),
                profile.tags(),
                profile.rules(),
                community.owner(),
                community.status().code(),
                community.createdAt());
    }
}
