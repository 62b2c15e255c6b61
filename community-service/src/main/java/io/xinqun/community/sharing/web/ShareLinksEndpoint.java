package io.xinqun.community.sharing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.xinqun.community.CommunityMeters;
import io.xinqun.community.sharing.AttributionTokens;
import io.xinqun.community.sharing.CreateShareLink;
import io.xinqun.community.sharing.OpenShareLink;
import io.xinqun.community.sharing.Visit;
import io.xinqun.kernel.security.Caller;
import io.xinqun.kernel.security.Role;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Making and opening share links.
@Tag(name = "share-links")
@RestController
@RequestMapping("/api/v1/share-links")
class ShareLinksEndpoint {

    private final CreateShareLink createShareLink;
    private final OpenShareLink openShareLink;
    private final AttributionTokens tokens;
    private final CommunityMeters meters;

    ShareLinksEndpoint(
            CreateShareLink createShareLink,
            OpenShareLink openShareLink,
            AttributionTokens tokens,
            CommunityMeters meters) {
        this.createShareLink = createShareLink;
        this.openShareLink = openShareLink;
        this.tokens = tokens;
        this.meters = meters;
    }

    @Operation(summary = "Makes my short link to a product or community (curator)")
    @ApiResponse(responseCode = "201", description = "The link; the same share has the same code")
    @ApiResponse(responseCode = "400", description = "`invalid-request`, `malformed-body`")
    @ApiResponse(responseCode = "401", description = "`not-signed-in`")
    @ApiResponse(responseCode = "403", description = "`forbidden`: no active curator")
    @ApiResponse(responseCode = "422", description = "`unknown-community`")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<ShareLinkResponse> create(
            @Parameter(hidden = true) Caller caller, @Valid @RequestBody ShareLinkRequest request) {
        caller.require(Role.CURATOR);
        return createShareLink.handle(request.by(caller.account())).map(ShareLinkResponse::of);
    }

    @Operation(
            summary = "Opens a share link",
            description =
                    "For a signed-in consumer the answer holds the attribution token, to be sent as"
                            + " header `Attribution-Token` when products are read and as"
                            + " `attributionToken` in quotes and orders. Without one the direct"
                            + " price counts; `reason` says why.")
    @ApiResponse(responseCode = "200", description = "Where it leads")
    @ApiResponse(responseCode = "401", description = "`not-signed-in`: a token that is not valid")
    @ApiResponse(responseCode = "404", description = "`not-found`")
    @PostMapping("/{code}/visits")
    Mono<ResponseEntity<VisitResponse>> visit(
            @Parameter(hidden = true) @Nullable Caller caller, @PathVariable String code) {
        String consumer = caller == null || !caller.has(Role.CONSUMER) ? null : caller.account();
        return meters.visit(
                        (Visit visit) -> visit.outcome().code(),
                        openShareLink.handle(code, consumer))
                .map(this::response)
                .map(body -> ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body));
    }

    private VisitResponse response(Visit visit) {
        var binding = visit.binding();
        return VisitResponse.of(visit, binding == null ? null : tokens.of(binding));
    }
}
