package io.xinqun.order.quote.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.xinqun.kernel.money.Fen;
import io.xinqun.kernel.problem.CommonProblem;
import io.xinqun.kernel.problem.Problem;
import io.xinqun.kernel.security.Caller;
import io.xinqun.kernel.security.Role;
import io.xinqun.order.order.deal.Basket;
import io.xinqun.order.order.deal.Quote;
import io.xinqun.order.order.deal.Quotes;
import io.xinqun.order.order.line.OrderLine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// `POST /api/v1/quotes`
@RestController
@Tag(name = "orders")
public final class QuoteEndpoint {

    private final Quotes quotes;

    public QuoteEndpoint(Quotes quotes) {
        this.quotes = quotes;
    }

    /// Shape: each SKU once; `offerVersion` is the version that the buyer saw, if he names it.
    record QuoteRequest(
            @NotNull @Size(min = 1, max = Basket.MAXIMUM_LINES) List<@Valid @NotNull Line> lines,
            @Nullable @Size(max = 4_096) String attributionToken,
            @Nullable @Size(min = 1, max = 64) String community) {

        @Schema(name = "AskedLine")
        record Line(
                @NotNull @Size(min = 1, max = 64) String skuId,
                @NotNull @Min(1) @Max(Basket.MAXIMUM_QUANTITY) Long quantity,
                @Nullable @Min(1) Long offerVersion) {}

        Basket basket(Caller caller) {
            List<Basket.Item> items =
                    lines.stream()
                            .map(line ->
                                    new Basket.Item(
                                            line.skuId(), line.quantity(), line.offerVersion()))
                            .toList();
            if (items.stream().map(Basket.Item::skuId).distinct().count() < items.size()) {
                throw new Problem(CommonProblem.INVALID_REQUEST, "Each SKU has one line");
            }
            return new Basket(caller.account(), items, attributionToken, community);
        }
    }

    /// Shape: `reason` says why the link counts or does not; `quote` may be sent with the order,
    /// and then a changed price is refused instead of charged.
    record QuoteResponse(
            List<QuotedLine> lines,
            Fen goodsFen,
            Fen freightFen,
            Fen payableFen,
            String reason,
            @Nullable String community,
            String quote) {

        record QuotedLine(
                String skuId,
                String name,
                long quantity,
                Fen unitPriceFen,
                Fen amountFen,
                String priceTier,
                String reason) {

            static QuotedLine of(OrderLine line) {
                return new QuotedLine(
                        line.article().skuId(),
                        line.article().name(),
                        line.quantity(),
                        line.price().unit(),
                        line.paid(),
                        line.price().tier().code(),
                        line.price().reason().code());
            }
        }

        static QuoteResponse of(Quote quote) {
            return new QuoteResponse(
                    quote.lines().stream().map(QuotedLine::of).toList(),
                    quote.goods(),
                    quote.freight(),
                    quote.payable(),
                    quote.reason().code(),
                    quote.community(),
                    quote.hash());
        }
    }

    @Operation(summary = "What a basket costs, and why")
    @ApiResponse(responseCode = "200", description = "The breakdown that an order would have")
    @ApiResponse(responseCode = "400", description = "invalid-request, malformed-body")
    @ApiResponse(responseCode = "403", description = "forbidden: only consumers buy")
    @ApiResponse(responseCode = "409", description = "not-on-sale")
    @ApiResponse(
            responseCode = "422",
            description = "unknown-sku, quantity-over-limit, amount-too-large, unknown-community")
    @ApiResponse(responseCode = "503", description = "not-known-yet: the version named is newer")
    @PostMapping(path = "/api/v1/quotes", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<QuoteResponse> quote(Caller caller, @Valid @RequestBody QuoteRequest body) {
        return quotes.quote(body.basket(caller.require(Role.CONSUMER))).map(QuoteResponse::of);
    }
}
