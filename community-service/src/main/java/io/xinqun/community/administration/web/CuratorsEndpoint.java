package io.xinqun.community.administration.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.xinqun.community.administration.GrantCurator;
import io.xinqun.kernel.security.Caller;
import io.xinqun.kernel.security.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Curators, as operators appoint them.
@Tag(name = "operator")
@RestController
@RequestMapping("/api/v1/operator/curators")
class CuratorsEndpoint {

    private final GrantCurator grantCurator;

    CuratorsEndpoint(GrantCurator grantCurator) {
        this.grantCurator = grantCurator;
    }

    record CuratorRequest(
            @NotBlank @Size(max = 64) String account,
            @Size(min = 1, max = 64) @Nullable String secondLevel,
            @Schema(description = "What the curator has reached, for commission plans")
                    @Pattern(regexp = "[a-z0-9-]{1,32}")
                    @Nullable String level) {}

    @Operation(
            summary = "Makes an account a curator, or sets a curator's second level and level",
            description = "The account's next access token has the role; refresh to have it now.")
    @ApiResponse(responseCode = "200", description = "A curator; repeating changes nothing")
    @ApiResponse(responseCode = "400", description = "`invalid-request`, `malformed-body`")
    @ApiResponse(responseCode = "401", description = "`not-signed-in`")
    @ApiResponse(responseCode = "403", description = "`forbidden`")
    @ApiResponse(
            responseCode = "422",
            description = "`unknown-account`, `not-a-curator` (second level), `upline-cycle`")
    @PostMapping
    Mono<AccountResponse> grant(
            @Parameter(hidden = true) Caller caller, @Valid @RequestBody CuratorRequest request) {
        return grantCurator
                .handle(
                        request.account(),
                        new GrantCurator.Appointment(request.secondLevel(), request.level()),
                        caller.actingAs(Role.OPERATOR))
                .map(AccountResponse::of);
    }

    @Operation(summary = "Suspends a curator: no earnings from later orders")
    @ApiResponse(responseCode = "200", description = "Suspended")
    @ApiResponse(responseCode = "401", description = "`not-signed-in`")
    @ApiResponse(responseCode = "403", description = "`forbidden`")
    @ApiResponse(responseCode = "422", description = "`unknown-account`, `not-a-curator`")
    @PostMapping("/{account}/suspension")
    Mono<AccountResponse> suspend(
            @Parameter(hidden = true) Caller caller, @PathVariable String account) {
        return grantCurator
                .suspend(account, caller.actingAs(Role.OPERATOR))
                .map(AccountResponse::of);
    }

    @Operation(summary = "Reinstates a suspended curator")
    @ApiResponse(responseCode = "200", description = "Active")
    @ApiResponse(responseCode = "401", description = "`not-signed-in`")
    @ApiResponse(responseCode = "403", description = "`forbidden`")
    @ApiResponse(responseCode = "422", description = "`unknown-account`, `not-a-curator`")
    @PostMapping("/{account}/reinstatement")
    Mono<AccountResponse> reinstate(
            @Parameter(hidden = true) Caller caller, @PathVariable String account) {
        return grantCurator
                .reinstate(account, caller.actingAs(Role.OPERATOR))
                .map(AccountResponse::of);
    }
}
