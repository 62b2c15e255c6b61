package io.xinqun.order.tracking.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.xinqun.kernel.page.Cursor;
import io.xinqun.kernel.page.Page;
import io.xinqun.kernel.page.PageSize;
import io.xinqun.kernel.problem.CommonProblem;
import io.xinqun.kernel.problem.Problem;
import io.xinqun.kernel.security.Caller;
import io.xinqun.kernel.security.Role;
import io.xinqun.order.order.Milestone;
import io.xinqun.order.order.Orders.Position;
import io.xinqun.order.tracking.ListOrders;
import io.xinqun.order.tracking.WatchOrder;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// `GET /api/v1/orders`, `GET /api/v1/orders/{id}`, `GET /api/v1/orders/{id}/events`
@RestController
@Tag(name = "orders")
public final class OrderEndpoint {

    /// Shorter than the minute after which proxies cut a silent connection.
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /// One server-sent event as the document tells of it.
    record StateEvent(
            @Schema(description = "The step's sequence") String id,
            @Schema(allowableValues = "state") String event,
            @Schema(description = "The step as JSON") String data) {}

    private final WatchOrder orders;
    private final ListOrders lists;

    public OrderEndpoint(WatchOrder orders, ListOrders lists) {
        this.orders = orders;
        this.lists = lists;
    }

    @Operation(summary = "One of your orders")
    @ApiResponse(responseCode = "200", description = "The order with every state it reached")
    @ApiResponse(responseCode = "403", description = "forbidden: only consumers buy")
    @ApiResponse(responseCode = "404", description = "not-found, also for somebody else's order")
    @GetMapping("/api/v1/orders/{id}")
    Mono<OrderView> find(Caller caller, @PathVariable("id") String id) {
        return orders.find(caller.require(Role.CONSUMER).account(), id).map(OrderView::of);
    }

    @Operation(summary = "Your orders, newest first")
    @ApiResponse(responseCode = "200", description = "A page and the cursor of the next one")
    @ApiResponse(responseCode = "400", description = "invalid-request")
    @ApiResponse(responseCode = "403", description = "forbidden: only consumers buy")
    @GetMapping("/api/v1/orders")
    Mono<Page<OrderView>> list(
            Caller caller,
            PageSize limit,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor) {
        return lists.handle(
                        caller.require(Role.CONSUMER).account(),
                        cursor == null ? null : position(cursor),
                        limit.value(),
                        OrderEndpoint::cursor)
                .map(page -> page.map(OrderView::of));
    }

    @Operation(
            summary = "Every state the order reaches, as server-sent events",
            description = "Last-Event-ID continues after that event; it ends at a final state.")
    @ApiResponse(
            responseCode = "200",
            description = "Each event; its data is the step as JSON",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema = @Schema(implementation = StateEvent.class)))
    @ApiResponse(responseCode = "403", description = "forbidden: only consumers buy")
    @ApiResponse(responseCode = "404", description = "not-found")
    @GetMapping(path = "/api/v1/orders/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<OrderView.Step>> watch(
            Caller caller,
            @PathVariable("id") String id,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last) {
        String account = caller.require(Role.CONSUMER).account();
        Flux<ServerSentEvent<OrderView.Step>> steps =
                orders.handle(account, id, sequence(last)).map(OrderEndpoint::event);
        return orders.find(account, id)
                .thenMany(
                        steps.publish(shared ->
                                shared.mergeWith(
                                        heartbeats()
                                                .takeUntilOther(
                                                        shared.ignoreElements()
                                                                .onErrorComplete()))));
    }

    /// The first at once: until something is sent the gateway sees no answer, and for somebody who
    /// has seen all there is nothing else to send.
    private static Flux<ServerSentEvent<OrderView.Step>> heartbeats() {
        return Flux.interval(Duration.ZERO, HEARTBEAT)
                .onBackpressureDrop()
                .map(tick -> ServerSentEvent.<OrderView.Step>builder().comment("").build());
    }

    private static ServerSentEvent<OrderView.Step> event(Milestone milestone) {
        return ServerSentEvent.builder(OrderView.Step.of(milestone))
                .id(Long.toString(milestone.sequence()))
                .event("state")
                .build();
    }

    /// A header that is none of ours starts from the beginning.
    private static long sequence(@Nullable String last) {
        return last != null && last.matches("[0-9]{1,9}") ? Long.parseLong(last) : 0;
    }

    private static String cursor(Position position) {
        return Cursor.encode(position.placedAt().toString(), position.orderId());
    }

    private static Position position(String cursor) {
        List<String> parts = Cursor.decode(cursor);
        try {
            return new Position(Instant.parse(parts.get(0)), parts.get(1));
        } catch (DateTimeException | IndexOutOfBoundsException foreign) {
            throw new Problem(
                    CommonProblem.INVALID_REQUEST, "The cursor was not made here", foreign);
        }
    }
}
