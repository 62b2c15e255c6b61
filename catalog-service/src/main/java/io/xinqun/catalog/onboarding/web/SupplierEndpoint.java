package io.xinqun.catalog.onboarding.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.xinqun.catalog.model.supplier.SupplierStatus;
import io.xinqun.catalog.model.supplier.Suppliers;
import io.xinqun.catalog.onboarding.ChangeSupplier;
import io.xinqun.catalog.onboarding.CreateSupplier;
import io.xinqun.kernel.idempotency.IdempotencyKey;
import io.xinqun.kernel.identity.Ids;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Suppliers, for operators.
@RestController
@RequestMapping("/api/v1/operator/suppliers")
public final class SupplierEndpoint {

    private final CreateSupplier createSupplier;
    private final ChangeSupplier changeSupplier;
    private final Suppliers suppliers;
    private final Ids ids;

    SupplierEndpoint(
            CreateSupplier createSupplier,
            ChangeSupplier changeSupplier,
            Suppliers suppliers,
            Ids ids) {
        this.createSupplier = createSupplier;
        this.changeSupplier = changeSupplier;
        this.suppliers = suppliers;
        this.ids = ids;
    }

    @Operation(summary = "Take a supplier in; with an Idempotency-Key a repeat is the same one")
    @ApiResponse(responseCode = "201", description = "The supplier, active")
    @ApiResponse(
            responseCode = "400",
            description = "invalid-request",
            content = {})
    @ApiResponse(
            responseCode = "401",
            description = "not-signed-in",
            content = {})
    @ApiResponse(
            responseCode = "403",
            description = "forbidden",
            content = {})
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<SupplierResponse> create(
            Caller caller,
            @Nullable IdempotencyKey key,
            @Valid @RequestBody CreateSupplierRequest request) {
        caller.require(Role.OPERATOR);
        String id = key == null ? ids.next() : key.deriveId("supplier", caller);
        return createSupplier.handle(id, request.name().strip()).map(SupplierResponse::of);
    }

    @Operation(summary = "One supplier")
    @ApiResponse(responseCode = "200", description = "The supplier")
    @ApiResponse(
            responseCode = "404",
            description = "not-found",
            content = {})
    @GetMapping("/{id}")
    Mono<SupplierResponse> read(Caller caller, @PathVariable String id) {
        caller.require(Role.OPERATOR);
        return suppliers
                .find(id)
                .map(SupplierResponse::of)
                .switchIfEmpty(
                        Mono.error(() ->
                                new Problem(CommonProblem.NOT_FOUND, "There is no such supplier")));
    }

    @Operation(summary = "Suspend: feeds are refused and its goods hidden, open orders go on")
    @ApiResponse(responseCode = "200", description = "The supplier, suspended")
    @ApiResponse(
            responseCode = "404",
            description = "not-found",
            content = {})
    @PostMapping("/{id}/suspension")
    Mono<SupplierResponse> suspend(Caller caller, @PathVariable String id) {
        return change(caller, id, SupplierStatus.SUSPENDED);
    }

    @Operation(summary = "End a suspension: its goods are shown again")
    @ApiResponse(responseCode = "200", description = "The supplier, active")
    @ApiResponse(
            responseCode = "404",
            description = "not-found",
            content = {})
    @PostMapping("/{id}/reinstatement")
    Mono<SupplierResponse> reinstate(Caller caller, @PathVariable String id) {
        return change(caller, id, SupplierStatus.ACTIVE);
    }

    private Mono<SupplierResponse> change(Caller caller, String id, SupplierStatus status) {
        caller.require(Role.OPERATOR);
        return changeSupplier
                .handle(id, before -> before.status() == status ? before : before.with(status))
                .map(SupplierResponse::of);
    }
}
