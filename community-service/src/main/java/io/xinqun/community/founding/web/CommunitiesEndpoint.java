package io.xinqun.community.founding.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.xinqun.community.founding.FoundCommunity;
import io.xinqun.community.founding.ListCommunities;
import io.xinqun.community.model.community.Communities;
import io.xinqun.kernel.event.Actor;
import io.xinqun.kernel.idempotency.IdempotencyKey;
import io.xinqun.kernel.openapi.KernelOperations;
import io.xinqun.kernel.page.Page;
import io.xinqun.kernel.page.PageSize;
import io.xinqun.kernel.problem.CommonProblem;
import io.xinqun.kernel.problem.Problem;
import io.xinqun.kernel.security.Caller;
import io.xinqun.kernel.security.Role;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Founding and finding communities.
@Tag(name = "communities")
@RestController
@RequestMapping("/api/v1/communities")
class CommunitiesEndpoint {

    private final FoundCommunity foundCommunity;
    private final ListCommunities listCommunities;
    private final Communities communities;

    CommunitiesEndpoint(
            FoundCommunity foundCommunity,
            ListCommunities listCommunities,
            Communities communities) {
        this.foundCommunity = foundCommunity;
        this.listCommunities = listCommunities;
        this.communities = communities;
    }

    @Operation(summary = "Founds a community (curator or operator)")
    @ApiResponse(responseCode = "201", description = "Founded; a repeat of the key gives it again")
    @ApiResponse(
            responseCode = "400",
            description = "`invalid-request`, `malformed-body`, `idempotency-key-required`")
    @ApiResponse(responseCode = "401", description = "`not-signed-in`")
    @ApiResponse(responseCode = "403", description = "`forbidden`")
    @ApiResponse(responseCode = "422", description = "`idempotency-key-reused`")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<CommunityResponse> found(
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) IdempotencyKey key,
            @Valid @RequestBody CommunityRequest request) {
        Role role = caller.has(Role.OPERATOR) ? Role.OPERATOR : Role.CURATOR;
        Actor founder = caller.actingAs(role);
        return foundCommunity
                .handle(key.deriveId("community", caller), request.profile(), founder)
                .map(CommunityResponse::of);
    }

    @Operation(
            summary = "Open communities, in an order that stays",
            security = @SecurityRequirement(name = KernelOperations.BEARER))
    @ApiResponse(responseCode = "200", description = "One page")
    @ApiResponse(responseCode = "400", description = "`invalid-request`: cursor or limit")
    @GetMapping
    Mono<Page<CommunityResponse>> list(
            @RequestParam(required = false) @Nullable String cursor,
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 100")
                    PageSize limit) {
        return listCommunities
                .handle(cursor, limit.value())
                .map(page -> page.map(CommunityResponse::of));
    }

    @Operation(
            summary = "One community",
            security = @SecurityRequirement(name = KernelOperations.BEARER))
    @ApiResponse(responseCode = "200", description = "What everybody who is signed in may see")
    @ApiResponse(responseCode = "404", description = "`not-found`")
    @GetMapping("/{id}")
    Mono<CommunityResponse> one(@PathVariable String id) {
        return communities
                .find(id)
                .map(CommunityResponse::of)
                .switchIfEmpty(
                        Mono.error(() ->
                                new Problem(
                                        CommonProblem.NOT_FOUND, "There is no such community")));
    }
}
