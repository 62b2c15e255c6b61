package io.xinqun.order.placement.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.xinqun.kernel.idempotency.IdempotencyKey;
import io.xinqun.kernel.problem.Problem;
import io.xinqun.kernel.security.Caller;
import io.xinqun.kernel.security.Role;
import io.xinqun.order.OrderProblem;
import io.xinqun.order.order.OrderState.Name;
import io.xinqun.order.placement.PlaceOrder;
import io.xinqun.order.placement.Placement;
import jakarta.validation.Valid;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// `POST /api/v1/orders`
@RestController
@Tag(name = "orders")
public final class PlaceOrderEndpoint {

    /// RFC 7240: the caller would rather watch the order than wait for its stock.
    private static final String RESPOND_ASYNC = "respond-async";

    private final PlaceOrder placeOrder;
    private final Counter undecided;

    public PlaceOrderEndpoint(PlaceOrder placeOrder, MeterRegistry meters) {
        this.placeOrder = placeOrder;
        this.undecided = meters.counter(PlacementMetric.UNDECIDED.getName());
    }

    @Operation(
            summary = "Place an order; the same Idempotency-Key again answers the same order",
            description =
                    "A SKU that is not known here is 422 unknown-sku; only a line that names an"
                            + " offerVersion newer than what is known is 503 not-known-yet. With `Prefer: respond-async`"
                            + " the answer comes as soon as the order is saved.")
    @ApiResponse(responseCode = "201", description = "The stock is held, the order can be paid")
    @ApiResponse(
            responseCode = "202",
            description = "Saved, the stock is still asked for: watch it")
    @ApiResponse(
            responseCode = "400",
            description = "invalid-request, malformed-body, idempotency-key-required")
    @ApiResponse(responseCode = "403", description = "forbidden: only consumers buy")
    @ApiResponse(responseCode = "409", description = "sold-out, not-on-sale, quote-changed")
    @ApiResponse(
            responseCode = "422",
            description =
                    "unknown-sku, quantity-over-limit, amount-too-large, unknown-community,"
                            + " address-required, idempotency-key-reused")
    @ApiResponse(responseCode = "503", description = "not-known-yet, unavailable")
    @PostMapping(path = "/api/v1/orders", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<PlaceOrderResponse>> place(
            Caller caller,
            IdempotencyKey key,
            @RequestHeader(name = "Prefer", required = false) @Nullable String prefer,
            @Valid @RequestBody PlaceOrderRequest body) {
        caller.require(Role.CONSUMER);
        boolean waits = prefer == null || !prefer.contains(RESPOND_ASYNC);
        return Mono.fromCallable(() -> body.command(caller, key, waits))
                .flatMap(placeOrder::handle)
                .doOnNext(placement -> count(placement, waits))
                .map(PlaceOrderEndpoint::answer);
    }

    private void count(Placement placement, boolean waits) {
        if (waits && placement.state() == Name.PLACING) {
            undecided.increment();
        }
    }

    private static ResponseEntity<PlaceOrderResponse> answer(Placement placement) {
        if (placement.state() == Name.REFUSED) {
            throw new Problem(OrderProblem.SOLD_OUT, "Not everything is there any more")
                    .with("orderId", placement.terms().orderId());
        }
        HttpStatus status =
                placement.state() == Name.PLACING ? HttpStatus.ACCEPTED : HttpStatus.CREATED;
        return ResponseEntity.status(status)
                .location(URI.create("/api/v1/orders/" + placement.terms().orderId()))
                .body(PlaceOrderResponse.of(placement));
    }
}
