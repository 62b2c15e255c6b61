package io.xinqun.commission.statement.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.xinqun.commission.ledger.HouseAccount;
import io.xinqun.commission.statement.HouseBalance;
import io.xinqun.commission.statement.Statements;
import io.xinqun.kernel.money.Fen;
import io.xinqun.kernel.security.Caller;
import io.xinqun.kernel.security.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class ListAccountsEndpoint {

    private final Statements statements;
    private final Clock clock;

    ListAccountsEndpoint(Statements statements, Clock clock) {
        this.statements = statements;
        this.clock = clock;
    }

    @Operation(summary = "The balances of the house's accounts, over all slots")
    @ApiResponse(responseCode = "200", description = "One balance per account, debits positive")
    @ApiResponse(responseCode = "403", description = "`forbidden`: operators only")
    @GetMapping("/api/v1/operator/ledger/accounts")
    Mono<AccountsResponse> list(Caller caller) {
        caller.require(Role.OPERATOR);
        return statements
                .houseBalances()
                .collectList()
                .map(balances -> AccountsResponse.of(balances, clock.instant()));
    }

    record AccountsResponse(Instant at, List<AccountResponse> accounts) {

        static AccountsResponse of(List<HouseBalance> balances, Instant at) {
            return new AccountsResponse(
                    at,
                    Arrays.stream(HouseAccount.values())
                            .map(account -> AccountResponse.of(account, balances))
                            .toList());
        }
    }

    record AccountResponse(
            String account,
            @Schema(description = "Debits positive") Fen balanceFen,
            List<SlotResponse> slots) {

        static AccountResponse of(HouseAccount account, List<HouseBalance> balances) {
            List<HouseBalance> own =
                    balances.stream().filter(balance -> balance.account() == account).toList();
            return new AccountResponse(
                    account.text(),
                    own.stream().map(HouseBalance::balance).reduce(Fen.ZERO, Fen::plus),
                    own.stream()
                            .map(balance ->
                                    new SlotResponse(
                                            balance.slot(), balance.position(), balance.balance()))
                            .toList());
        }
    }

    /// As of the journal position that last changed it.
    record SlotResponse(int slot, long position, Fen balanceFen) {}
}
