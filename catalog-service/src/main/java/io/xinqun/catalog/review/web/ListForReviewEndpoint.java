package io.xinqun.catalog.review.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.xinqun.catalog.model.product.ProductState;
import io.xinqun.catalog.model.product.Products;
import io.xinqun.catalog.review.ReviewQueue;
import io.xinqun.kernel.page.Cursor;
import io.xinqun.kernel.page.Page;
import io.xinqun.kernel.page.PageSize;
import io.xinqun.kernel.problem.CommonProblem;
import io.xinqun.kernel.problem.Problem;
import io.xinqun.kernel.security.Caller;
import io.xinqun.kernel.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// All products with all their prices, for operators.
@RestController
@RequestMapping("/api/v1/operator/products")
public final class ListForReviewEndpoint {

    private final ReviewQueue queue;
    private final Products products;

    ListForReviewEndpoint(ReviewQueue queue, Products products) {
        this.queue = queue;
        this.products = products;
    }

    @Operation(summary = "Products in a state (draft, on-sale, off-sale), the oldest first")
    @ApiResponse(responseCode = "200", description = "A page of products")
    @ApiResponse(
            responseCode = "400",
            description = "invalid-request",
            content = {})
    @ApiResponse(
            responseCode = "403",
            description = "forbidden",
            content = {})
    @GetMapping
    Mono<Page<ReviewedProductResponse>> list(
            Caller caller,
            @RequestParam(defaultValue = "draft") String state,
            @RequestParam(required = false) @Nullable String cursor,
            PageSize limit) {
        caller.require(Role.OPERATOR);
        ProductState wanted =
                ProductState.of(state)
                        .orElseThrow(() ->
                                new Problem(
                                                CommonProblem.INVALID_REQUEST,
                                                "state is draft, on-sale or off-sale")
                                        .with("parameter", "state"));
        String after = cursor == null ? null : Cursor.decode(cursor).getFirst();
        return queue.inState(wanted, after, limit.value())
                .map(page -> {
                    String next = page.next();
                    return new Page<>(
                            page.items().stream().map(ReviewedProductResponse::of).toList(),
                            next == null ? null : Cursor.encode(next));
                });
    }

    @Operation(summary = "One product in whatever state")
    @ApiResponse(responseCode = "200", description = "The product")
    @ApiResponse(
            responseCode = "404",
            description = "not-found",
            content = {})
    @GetMapping("/{id}")
    Mono<ReviewedProductResponse> read(Caller caller, @PathVariable String id) {
        caller.require(Role.OPERATOR);
        return products.find(id)
                .map(ReviewedProductResponse::of)
                .switchIfEmpty(
                        Mono.error(() ->
                                new Problem(CommonProblem.NOT_FOUND, "There is no such product")));
    }
}
