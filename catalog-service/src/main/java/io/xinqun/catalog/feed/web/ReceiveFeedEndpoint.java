package io.xinqun.catalog.feed.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.xinqun.catalog.feed.ReceiveDelivery;
import io.xinqun.catalog.feed.report.Delivery;
import io.xinqun.catalog.feed.report.Delivery.Channel;
import io.xinqun.catalog.feed.report.FeedReports;
import io.xinqun.kernel.page.Cursor;
import io.xinqun.kernel.page.Page;
import io.xinqun.kernel.page.PageSize;
import io.xinqun.kernel.problem.CommonProblem;
import io.xinqun.kernel.problem.Problem;
import io.xinqun.kernel.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The feed of goods over HTTP and its reports, for suppliers.
@RestController
@RequestMapping("/api/v1/suppliers/me/feed")
public final class ReceiveFeedEndpoint {

    private static final String EXAMPLE =
            """
            {"supplierSku":"HM-25","version":17,"name":"云南高山红米","categoryPath":["粮油","杂粮"],\
            "specification":"2.5 千克","supplyFen":2600,"directFen":4590,"curatorFen":3990,\
            "stock":{"count":120,"countedAt":"2026-11-23T02:00:00Z"}}\
            """;

    private final ReceiveDelivery receiveDelivery;
    private final FeedReports reports;

    ReceiveFeedEndpoint(ReceiveDelivery receiveDelivery, FeedReports reports) {
        this.receiveDelivery = receiveDelivery;
        this.reports = reports;
    }

    @Operation(
            summary = "Send goods, prices and counts: one JSON object a line, any number of lines",
            description =
                    "Upsert by supplierSku and version: an older version is stale, the same one"
                            + " again unchanged. A bad line is refused alone. The same delivery"
                            + " may be sent again at any time.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_NDJSON_VALUE,
                                            schema = @Schema(type = "string"),
                                            examples = @ExampleObject(EXAMPLE))))
    @ApiResponse(responseCode = "200", description = "The report of the delivery")
    @ApiResponse(
            responseCode = "400",
            description = "invalid-request",
            content = {})
    @ApiResponse(
            responseCode = "403",
            description = "forbidden, unknown-supplier, supplier-suspended",
            content = {})
    @ApiResponse(
            responseCode = "415",
            description = "unsupported-media-type",
            content = {})
    @PostMapping(consumes = MediaType.APPLICATION_NDJSON_VALUE)
    Mono<FeedReportResponse> receive(
            Caller caller, @RequestParam String delivery, @RequestBody Flux<DataBuffer> body) {
        Delivery named = new Delivery(caller.requireSupplier(), name(delivery), Channel.HTTP);
        return receiveDelivery.handle(named, LineSplitter.lines(body)).map(FeedReportResponse::of);
    }

    @Operation(summary = "The report of one delivery, also while it runs")
    @ApiResponse(responseCode = "200", description = "The report")
    @ApiResponse(
            responseCode = "404",
            description = "not-found",
            content = {})
    @GetMapping("/{delivery}")
    Mono<FeedReportResponse> read(Caller caller, @PathVariable String delivery) {
        return reports.find(caller.requireSupplier(), delivery)
                .map(FeedReportResponse::of)
                .switchIfEmpty(
                        Mono.error(() ->
                                new Problem(CommonProblem.NOT_FOUND, "There is no such delivery")));
    }

    @Operation(summary = "The reports of all deliveries, the newest first")
    @ApiResponse(responseCode = "200", description = "A page of reports")
    @ApiResponse(
            responseCode = "400",
            description = "invalid-request",
            content = {})
    @GetMapping
    Mono<Page<FeedReportResponse>> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            PageSize limit) {
        String after = cursor == null ? null : Cursor.decode(cursor).getFirst();
        return reports.of(caller.requireSupplier(), after, limit.value())
                .map(page -> {
                    String next = page.next();
                    return new Page<>(
                            page.items().stream().map(FeedReportResponse::of).toList(),
                            next == null ? null : Cursor.encode(next));
                });
    }

    private static String name(String delivery) {
        if (!Delivery.isName(delivery)) {
            throw new Problem(
                            CommonProblem.INVALID_REQUEST,
                            "delivery is 1 to 64 letters, digits, dots, dashes, underscores")
                    .with("parameter", "delivery");
        }
        return delivery;
    }
}
