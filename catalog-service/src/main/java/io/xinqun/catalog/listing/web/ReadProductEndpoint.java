package io.xinqun.catalog.listing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.xinqun.catalog.listing.Buyer;
import io.xinqun.catalog.listing.ReadProducts;
import io.xinqun.kernel.page.Cursor;
import io.xinqun.kernel.page.Page;
import io.xinqun.kernel.page.PageSize;
import io.xinqun.kernel.security.Caller;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// What is on sale, for anybody.
@RestController
@RequestMapping("/api/v1/products")
public class ReadProductEndpoint {

    private static final String ATTRIBUTION = "Attribution-Token";

    private final ReadProducts readProducts;

    ReadProductEndpoint(ReadProducts readProducts) {
        this.readProducts = readProducts;
    }

    @Operation(
            summary = "A product that is on sale, at the caller's price",
            description =
                    "The curator price is shown only to the signed-in caller that the"
                            + " Attribution-Token was made out to, while its sharer is an active"
                            + " curator; everybody else sees the direct price.")
    @ApiResponse(responseCode = "200", description = "The product")
    @ApiResponse(
            responseCode = "404",
            description = "not-found",
            content = {})
    @GetMapping("/{id}")
    Mono<ProductResponse> read(
            @Nullable Caller caller,
            @PathVariable String id,
            @RequestHeader(name = ATTRIBUTION, required = false) @Nullable String token) {
        return readProducts.one(id, buyer(caller, token)).map(ProductResponse::of);
    }

    @Operation(summary = "What is on sale, the newest first, a page at a time")
    @ApiResponse(responseCode = "200", description = "A page of products")
    @ApiResponse(
            responseCode = "400",
            description = "invalid-request",
            content = {})
    @GetMapping
    Mono<Page<ListedProductResponse>> list(
            @Nullable Caller caller,
            @Parameter(description = "The community that asks; it sees everything until it chooses")
                    @RequestParam(required = false)
                    @Size(max = 64)
                    @Pattern(regexp = "[A-Za-z0-9-]+")
                    @Nullable String community,
            @RequestParam(required = false) @Nullable String cursor,
            PageSize limit,
            @RequestHeader(name = ATTRIBUTION, required = false) @Nullable String token) {
        String after = cursor == null ? null : Cursor.decode(cursor).getFirst();
        return readProducts
                .list(buyer(caller, token), after, limit.value())
                .map(page -> {
                    String next = page.next();
                    return new Page<>(
                            page.items().stream().map(ListedProductResponse::of).toList(),
                            next == null ? null : Cursor.encode(next));
                });
    }

    private static Buyer buyer(@Nullable Caller caller, @Nullable String token) {
        return new Buyer(caller == null ? null : caller.account(), token);
    }
}
