package io.xinqun.community.administration.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.xinqun.community.administration.CreateAccount;
import io.xinqun.community.administration.SuspendAccount;
import io.xinqun.kernel.security.Caller;
import io.xinqun.kernel.security.Role;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Accounts, as operators manage them.
@Tag(name = "operator")
@RestController
@RequestMapping("/api/v1/operator/accounts")
class AccountsEndpoint {

    private final CreateAccount createAccount;
    private final SuspendAccount suspendAccount;

    AccountsEndpoint(CreateAccount createAccount, SuspendAccount suspendAccount) {
        this.createAccount = createAccount;
        this.suspendAccount = suspendAccount;
    }

    @Operation(summary = "Makes an account with a login and password")
    @ApiResponse(responseCode = "201", description = "Made")
    @ApiResponse(responseCode = "400", description = "`invalid-request`, `malformed-body`")
    @ApiResponse(responseCode = "401", description = "`not-signed-in`")
    @ApiResponse(responseCode = "403", description = "`forbidden`")
    @ApiResponse(responseCode = "409", description = "`login-taken`")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<AccountResponse> create(
            @Parameter(hidden = true) Caller caller,
            @Valid @RequestBody CreateAccountRequest request) {
        return createAccount
                .handle(request.newcomer(), caller.actingAs(Role.OPERATOR))
                .map(AccountResponse::of);
    }

    @Operation(summary = "Suspends an account and ends its sessions")
    @ApiResponse(responseCode = "200", description = "Suspended")
    @ApiResponse(responseCode = "401", description = "`not-signed-in`")
    @ApiResponse(responseCode = "403", description = "`forbidden`")
    @ApiResponse(responseCode = "422", description = "`unknown-account`")
    @PostMapping("/{id}/suspension")
    Mono<AccountResponse> suspend(
            @Parameter(hidden = true) Caller caller, @PathVariable String id) {
        return suspendAccount.suspend(id, caller.actingAs(Role.OPERATOR)).map(AccountResponse::of);
    }

    @Operation(summary = "Lets a suspended account in again")
    @ApiResponse(responseCode = "200", description = "Active")
    @ApiResponse(responseCode = "401", description = "`not-signed-in`")
    @ApiResponse(responseCode = "403", description = "`forbidden`")
    @ApiResponse(responseCode = "422", description = "`unknown-account`")
    @PostMapping("/{id}/reinstatement")
    Mono<AccountResponse> reinstate(
            @Parameter(hidden = true) Caller caller, @PathVariable String id) {
        return suspendAccount
                .reinstate(id, caller.actingAs(Role.OPERATOR))
                .map(AccountResponse::of);
    }
}
