package io.xinqun.community.membership.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.xinqun.community.membership.AdmitMember;
import io.xinqun.community.membership.ListMembers;
import io.xinqun.community.model.community.MembershipStatus;
import io.xinqun.kernel.event.Actor;
import io.xinqun.kernel.page.Page;
import io.xinqun.kernel.page.PageSize;
import io.xinqun.kernel.security.Caller;
import io.xinqun.kernel.security.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// What only the owner of a community may do with its members.
@Tag(name = "members")
@RestController
@RequestMapping("/api/v1/communities/{community}")
class AdmissionEndpoint {

    private final AdmitMember admitMember;
    private final ListMembers listMembers;

    AdmissionEndpoint(AdmitMember admitMember, ListMembers listMembers) {
        this.admitMember = admitMember;
        this.listMembers = listMembers;
    }

    record InvitationRequest(
            @NotBlank @Size(max = 64) @Pattern(regexp = "[^\\x00-\\x1F\\x7F-\\x9F]*")
                    String account) {}

    @Operation(summary = "The members, for the owner; nothing tells who they are")
    @ApiResponse(responseCode = "200", description = "One page")
    @ApiResponse(responseCode = "400", description = "`invalid-request`")
    @ApiResponse(responseCode = "401", description = "`not-signed-in`")
    @ApiResponse(responseCode = "404", description = "`not-found`: not my community")
    @GetMapping("/members")
    Mono<Page<MemberResponse>> members(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String community,
            @RequestParam(defaultValue = "active") @Pattern(regexp = "active|pending|invited|left")
                    String status,
            @RequestParam(required = false) @Nullable String cursor,
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 100")
                    PageSize limit) {
        MembershipStatus wanted = MembershipStatus.of(status).orElseThrow();
        ListMembers.Wish wish = new ListMembers.Wish(community, wanted, cursor, limit.value());
        return listMembers.handle(caller.account(), wish).map(page -> page.map(MemberResponse::of));
    }

    @Operation(summary = "Approves an application")
    @ApiResponse(responseCode = "200", description = "The member is in")
    @ApiResponse(responseCode = "401", description = "`not-signed-in`")
    @ApiResponse(responseCode = "404", description = "`not-found`: no such application to me")
    @ApiResponse(responseCode = "409", description = "`community-full`, `conflict`")
    @PostMapping("/members/{account}/approval")
    Mono<MemberResponse> approve(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String community,
            @PathVariable String account) {
        return admitMember.approve(community, account, ownerOf(caller)).map(MemberResponse::of);
    }

    @Operation(summary = "Invites somebody")
    @ApiResponse(responseCode = "200", description = "Invited, or in already")
    @ApiResponse(responseCode = "400", description = "`invalid-request`, `malformed-body`")
    @ApiResponse(responseCode = "401", description = "`not-signed-in`")
    @ApiResponse(responseCode = "404", description = "`not-found`: not my community")
    @ApiResponse(responseCode = "409", description = "`conflict`")
    @PostMapping("/invitations")
    Mono<MemberResponse> invite(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String community,
            @Valid @RequestBody InvitationRequest request) {
        return admitMember
                .invite(community, request.account(), ownerOf(caller))
                .map(MemberResponse::of);
    }

    private static Actor ownerOf(Caller caller) {
        Role role = caller.has(Role.OPERATOR) ? Role.OPERATOR : Role.CURATOR;
        return new Actor(caller.account(), role.code());
    }
}
