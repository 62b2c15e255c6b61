package io.xinqun.commission.statement.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.xinqun.commission.statement.Statements;
import io.xinqun.commission.statement.Wallet;
import io.xinqun.kernel.security.Caller;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class ReadWalletEndpoint {

    private final Statements statements;
    private final Clock clock;

    ReadWalletEndpoint(Statements statements, Clock clock) {
        this.statements = statements;
        this.clock = clock;
    }

    @Operation(
            summary = "The caller's own wallet",
            description =
                    "A curator's by default; who is a supplier as well asks for `holder=supplier`.")
    @ApiResponse(responseCode = "200", description = "What is in it, and as of when")
    @ApiResponse(responseCode = "400", description = "`invalid-request`: holder")
    @ApiResponse(responseCode = "403", description = "`forbidden`: curators and suppliers only")
    @GetMapping("/api/v1/wallet")
    Mono<WalletResponse> read(
            Caller caller, @RequestParam(required = false) @Nullable String holder) {
        return statements
                .wallet(WalletOfCaller.of(caller, holder))
                .map(wallet -> WalletResponse.of(wallet, clock.instant()));
    }

    record WalletResponse(
            String holder,
            String owner,
            long frozenFen,
            long availableFen,
            long reservedFen,
            long debtFen,
            AsOf asOf) {

        static WalletResponse of(Wallet wallet, Instant at) {
            return new WalletResponse(
                    wallet.id().holder().text(),
                    wallet.id().owner(),
                    wallet.frozen().amount(),
                    wallet.available().amount(),
                    wallet.reserved().amount(),
                    wallet.debt().amount(),
                    new AsOf(at, wallet.slot(), wallet.position()));
        }
    }

    /// The last place in the ledger that changed the wallet, and when it was read.
    record AsOf(Instant at, int slot, long position) {}
}
