package io.xinqun.catalog.onboarding.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.xinqun.catalog.onboarding.SupplierList;
import io.xinqun.kernel.page.Cursor;
import io.xinqun.kernel.page.Page;
import io.xinqun.kernel.page.PageSize;
import io.xinqun.kernel.security.Caller;
import io.xinqun.kernel.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// The list of suppliers, for operators.
@RestController
@RequestMapping("/api/v1/operator/suppliers")
public final class ListSuppliersEndpoint {

    private final SupplierList suppliers;

    ListSuppliersEndpoint(SupplierList suppliers) {
        this.suppliers = suppliers;
    }

    @Operation(summary = "All suppliers, a page at a time")
    @ApiResponse(responseCode = "200", description = "A page of suppliers")
    @ApiResponse(
            responseCode = "403",
            description = "forbidden",
            content = {})
    @GetMapping
    Mono<Page<SupplierResponse>> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            PageSize limit) {
        caller.require(Role.OPERATOR);
        String after = cursor == null ? null : Cursor.decode(cursor).getFirst();
        return suppliers
                .all(after, limit.value())
                .map(page -> {
                    String next = page.next();
                    return new Page<>(
                            page.items().stream().map(SupplierResponse::of).toList(),
                            next == null ? null : Cursor.encode(next));
                });
    }
}
