package io.xinqun.catalog.review.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.xinqun.catalog.model.product.Product;
import io.xinqun.catalog.model.product.ProductEvent.Cause;
import io.xinqun.catalog.model.product.ProductTransition.Command;
import io.xinqun.catalog.review.ReviewProduct;
import io.xinqun.catalog.review.ReviewProduct.Request;
import io.xinqun.kernel.security.Caller;
import io.xinqun.kernel.security.Role;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Approval and withdrawal of products, for operators.
@RestController
@RequestMapping("/api/v1/operator/products/{id}")
public final class ReviewProductEndpoint {

    private final ReviewProduct reviewProduct;

    ReviewProductEndpoint(ReviewProduct reviewProduct) {
        this.reviewProduct = reviewProduct;
    }

    /// Where the product stands now; `hidden` tells that its supplier is suspended.
    public record ReviewProductResponse(String id, String state, boolean hidden) {

        static ReviewProductResponse of(Product product) {
            return new ReviewProductResponse(
                    product.id(), product.state().code(), product.hidden());
        }
    }

    @Operation(summary = "Put the product on sale")
    @ApiResponse(responseCode = "200", description = "It is on sale")
    @ApiResponse(
            responseCode = "403",
            description = "forbidden",
            content = {})
    @ApiResponse(
            responseCode = "404",
            description = "not-found",
            content = {})
    @PostMapping("/approval")
    Mono<ReviewProductResponse> approve(Caller caller, @PathVariable String id) {
        return review(caller, id, Command.APPROVE);
    }

    @Operation(summary = "Take the product off sale")
    @ApiResponse(responseCode = "200", description = "It is off sale")
    @ApiResponse(
            responseCode = "403",
            description = "forbidden",
            content = {})
    @ApiResponse(
            responseCode = "404",
            description = "not-found",
            content = {})
    @ApiResponse(
            responseCode = "409",
            description = "not-on-sale",
            content = {})
    @PostMapping("/withdrawal")
    Mono<ReviewProductResponse> withdraw(Caller caller, @PathVariable String id) {
        return review(caller, id, Command.WITHDRAW);
    }

    private Mono<ReviewProductResponse> review(Caller caller, String id, Command command) {
        caller.require(Role.OPERATOR);
        Cause cause = new Cause(caller.account(), Role.OPERATOR.code(), null);
        return reviewProduct.handle(new Request(id, command, cause)).map(ReviewProductResponse::of);
    }
}
