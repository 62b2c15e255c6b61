package io.xinqun.commission.statement.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.xinqun.commission.ledger.WalletId;
import io.xinqun.commission.statement.Statements;
import io.xinqun.commission.statement.WalletEntry;
import io.xinqun.kernel.page.Cursor;
import io.xinqun.kernel.page.Page;
import io.xinqun.kernel.page.PageSize;
import io.xinqun.kernel.security.Caller;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class ListWalletEntriesEndpoint {

    private final Statements statements;

    ListWalletEntriesEndpoint(Statements statements) {
        this.statements = statements;
    }

    @Operation(
            summary = "Every entry of the caller's own wallet, newest first, and why it is there")
    @ApiResponse(responseCode = "200", description = "A page of entries")
    @ApiResponse(responseCode = "400", description = "`invalid-request`: holder, cursor or limit")
    @ApiResponse(responseCode = "403", description = "`forbidden`: curators and suppliers only")
    @GetMapping("/api/v1/wallet/entries")
    Mono<Page<WalletEntryResponse>> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String holder,
            @RequestParam(required = false) @Nullable String cursor,
            PageSize limit) {
        WalletId wallet = WalletOfCaller.of(caller, holder);
        String before = cursor == null ? null : Cursor.decode(cursor).getFirst();
        return statements
                .entries(wallet, before, limit.value() + 1)
                .collectList()
                .map(found -> page(found, limit.value()).map(WalletEntryResponse::of));
    }

    /// One more than asked for was read, to know whether there is more.
    private static Page<WalletEntry> page(List<WalletEntry> found, int limit) {
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        List<WalletEntry> items = found.subList(0, limit);
        return new Page<>(items, Cursor.encode(items.getLast().place()));
    }
}
