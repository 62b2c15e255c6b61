package io.xinqun.community.membership.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.xinqun.community.CommunityMeters;
import io.xinqun.community.membership.JoinCommunity;
import io.xinqun.community.membership.LeaveCommunity;
import io.xinqun.community.model.community.Membership;
import io.xinqun.kernel.event.Actor;
import io.xinqun.kernel.security.Caller;
import io.xinqun.kernel.security.Role;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Joining and leaving communities.
@Tag(name = "members")
@RestController
@RequestMapping("/api/v1/communities/{community}/members")
class MembersEndpoint {

    /// The caller's own membership, as a path segment.
    private static final String ME = "me";

    private final JoinCommunity joinCommunity;
    private final LeaveCommunity leaveCommunity;
    private final CommunityMeters meters;

    MembersEndpoint(
            JoinCommunity joinCommunity, LeaveCommunity leaveCommunity, CommunityMeters meters) {
        this.joinCommunity = joinCommunity;
        this.leaveCommunity = leaveCommunity;
        this.meters = meters;
    }

    @Operation(summary = "Joins the community, or asks to")
    @ApiResponse(responseCode = "200", description = "Where I stand: active or pending")
    @ApiResponse(responseCode = "401", description = "`not-signed-in`")
    @ApiResponse(responseCode = "403", description = "`forbidden`, `invitation-required`")
    @ApiResponse(responseCode = "404", description = "`not-found`")
    @ApiResponse(responseCode = "409", description = "`community-full`, `own-community`")
    @PostMapping
    Mono<MemberResponse> join(
            @Parameter(hidden = true) Caller caller, @PathVariable String community) {
        Actor member = caller.actingAs(Role.CONSUMER);
        return meters.join(
                        (Membership there) -> there.status().code(),
                        joinCommunity.handle(community, member))
                .map(MemberResponse::of);
    }

    @Operation(summary = "Leaves the community (`me`), or sends a member away (its owner)")
    @ApiResponse(responseCode = "204", description = "Left, also when that was before")
    @ApiResponse(responseCode = "401", description = "`not-signed-in`")
    @ApiResponse(responseCode = "404", description = "`not-found`")
    @ApiResponse(responseCode = "409", description = "`conflict`: look again")
    @DeleteMapping("/{account}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> leave(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String community,
            @PathVariable String account) {
        String who = ME.equals(account) ? caller.account() : account;
        Actor actor = new Actor(caller.account(), roleOf(caller, who).code());
        return leaveCommunity.handle(community, who, actor).then();
    }

    /// A member leaves as a consumer; whoever sends one away does so as the owner.
    private static Role roleOf(Caller caller, String leaving) {
        if (caller.account().equals(leaving)) {
            return Role.CONSUMER;
        }
        return caller.has(Role.OPERATOR) ? Role.OPERATOR : Role.CURATOR;
    }
}
