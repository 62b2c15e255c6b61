package io.xinqun.order.expiry.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.xinqun.kernel.security.Caller;
import io.xinqun.kernel.security.Role;
import io.xinqun.order.expiry.CancelOrder;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// `POST /api/v1/orders/{id}/cancellation`
@RestController
@Tag(name = "orders")
public final class CancelOrderEndpoint {

    private final CancelOrder cancelOrder;

    public CancelOrderEndpoint(CancelOrder cancelOrder) {
        this.cancelOrder = cancelOrder;
    }

    record CancelOrderResponse(String id, String state) {}

    @Operation(summary = "Cancel an order that is not paid; cancelling again is fine")
    @ApiResponse(responseCode = "200", description = "Cancelled")
    @ApiResponse(responseCode = "403", description = "forbidden: only consumers buy")
    @ApiResponse(responseCode = "404", description = "not-found")
    @ApiResponse(responseCode = "409", description = "not-cancellable")
    @PostMapping("/api/v1/orders/{id}/cancellation")
    Mono<CancelOrderResponse> cancel(Caller caller, @PathVariable("id") String id) {
        return cancelOrder
                .handle(caller.require(Role.CONSUMER).account(), id)
                .map(order -> new CancelOrderResponse(order.id(), order.state().name().code()));
    }
}
