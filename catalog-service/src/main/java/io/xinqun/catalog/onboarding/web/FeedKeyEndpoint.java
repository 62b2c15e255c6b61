package io.xinqun.catalog.onboarding.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.xinqun.catalog.CatalogProblem;
import io.xinqun.catalog.model.supplier.Supplier;
import io.xinqun.catalog.model.supplier.Suppliers;
import io.xinqun.catalog.onboarding.ManageFeedKeys;
import io.xinqun.kernel.problem.Problem;
import io.xinqun.kernel.security.Caller;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// The keys with which a supplier signs the feed topic, for its own staff.
@RestController
@RequestMapping("/api/v1/suppliers/me/feed-keys")
public final class FeedKeyEndpoint {

    private final ManageFeedKeys manageFeedKeys;
    private final Suppliers suppliers;

    FeedKeyEndpoint(ManageFeedKeys manageFeedKeys, Suppliers suppliers) {
        this.manageFeedKeys = manageFeedKeys;
        this.suppliers = suppliers;
    }

    @Operation(summary = "Register an Ed25519 public key (base64, 32 bytes or X.509)")
    @ApiResponse(responseCode = "201", description = "The key is registered")
    @ApiResponse(
            responseCode = "400",
            description = "feed-key-invalid",
            content = {})
    @ApiResponse(
            responseCode = "403",
            description = "forbidden",
            content = {})
    @ApiResponse(
            responseCode = "409",
            description = "feed-key-taken, too-many-feed-keys",
            content = {})
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<FeedKeyResponse> register(Caller caller, @Valid @RequestBody FeedKeyRequest request) {
        return manageFeedKeys
                .register(caller.requireSupplier(), request.keyId(), request.publicKey())
                .map(supplier -> supplier.feedKey(request.keyId()).orElseThrow())
                .map(FeedKeyResponse::of);
    }

    @Operation(summary = "All registered keys")
    @ApiResponse(responseCode = "200", description = "The keys")
    @ApiResponse(
            responseCode = "403",
            description = "unknown-supplier",
            content = {})
    @GetMapping
    Mono<List<FeedKeyResponse>> list(Caller caller) {
        return suppliers
                .find(caller.requireSupplier())
                .switchIfEmpty(
                        Mono.error(() ->
                                new Problem(
                                        CatalogProblem.UNKNOWN_SUPPLIER,
                                        "No such supplier is known here")))
                .map(Supplier::feedKeys)
                .map(keys -> keys.stream().map(FeedKeyResponse::of).toList());
    }

    @Operation(summary = "Retire a key: what it signs from now on is refused")
    @ApiResponse(responseCode = "204", description = "The key does not count any more")
    @ApiResponse(
            responseCode = "403",
            description = "forbidden",
            content = {})
    @DeleteMapping("/{keyId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> retire(Caller caller, @PathVariable String keyId) {
        return manageFeedKeys.retire(caller.requireSupplier(), keyId).then();
    }
}
