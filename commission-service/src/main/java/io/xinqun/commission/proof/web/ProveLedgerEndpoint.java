package io.xinqun.commission.proof.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.xinqun.commission.proof.ProveLedger;
import io.xinqun.kernel.security.Caller;
import io.xinqun.kernel.security.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class ProveLedgerEndpoint {

    private final ProveLedger proveLedger;
    private final Clock clock;
    private final ZoneId businessZone;

    ProveLedgerEndpoint(ProveLedger proveLedger, Clock clock, ZoneId businessZone) {
        this.proveLedger = proveLedger;
        this.clock = clock;
        this.businessZone = businessZone;
    }

    @Operation(
            summary = "Proves the whole ledger from its journal, and against the provider's books",
            description =
                    "Reads everything: on a large ledger it takes minutes. The same checks run"
                            + " continuously in small steps and are metrics.")
    @ApiResponse(responseCode = "200", description = "The proof; `holds` is the verdict")
    @ApiResponse(responseCode = "400", description = "`invalid-request`: day")
    @ApiResponse(responseCode = "403", description = "`forbidden`: operators only")
    @GetMapping("/api/v1/operator/ledger/proof")
    Mono<ProofResponse> prove(
            Caller caller,
            @Parameter(description = "Business day of the provider's books; absent for today")
                    @RequestParam(required = false)
                    @Nullable LocalDate day) {
        caller.require(Role.OPERATOR);
        LocalDate today = LocalDate.ofInstant(clock.instant(), businessZone);
        return proveLedger.handle(day == null ? today : day).map(ProofResponse::of);
    }
}
