package io.xinqun.catalog.stock.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.xinqun.catalog.stock.ProveStock;
import io.xinqun.catalog.stock.StockBooks;
import io.xinqun.kernel.problem.CommonProblem;
import io.xinqun.kernel.problem.Problem;
import io.xinqun.kernel.security.Caller;
import io.xinqun.kernel.security.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// The books of stock, for operators.
@RestController
@RequestMapping("/api/v1/operator/stock")
public final class ReadStockEndpoint {

    private final StockBooks books;
    private final ProveStock proveStock;

    ReadStockEndpoint(StockBooks books, ProveStock proveStock) {
        this.books = books;
        this.proveStock = proveStock;
    }

    @Operation(summary = "A stock unit: what is free, held and sold, and the last decisions")
    @ApiResponse(responseCode = "200", description = "The unit, as folded a moment ago")
    @ApiResponse(
            responseCode = "403",
            description = "forbidden",
            content = {})
    @ApiResponse(
            responseCode = "404",
            description = "not-found",
            content = {})
    @GetMapping("/{unit}")
    Mono<StockUnitResponse> read(Caller caller, @PathVariable String unit) {
        caller.require(Role.OPERATOR);
        return books.unit(unit)
                .map(StockUnitResponse::of)
                .switchIfEmpty(
                        Mono.error(() ->
                                new Problem(
                                        CommonProblem.NOT_FOUND, "Nothing is known of this unit")));
    }

    @Operation(summary = "Prove that the books equal a replay and on hand = free + held + sold")
    @ApiResponse(responseCode = "200", description = "The proof; read `holds`")
    @ApiResponse(
            responseCode = "403",
            description = "forbidden",
            content = {})
    @GetMapping("/proof")
    Mono<StockProofResponse> prove(Caller caller) {
        caller.require(Role.OPERATOR);
        return proveStock.handle().map(StockProofResponse::of);
    }
}
