package io.xinqun.commission.plan.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.xinqun.commission.plan.simulation.SimulatePlan;
import io.xinqun.kernel.security.Caller;
import io.xinqun.kernel.security.Role;
import jakarta.validation.Valid;
import java.util.Objects;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Reads only, so it needs no key and may be repeated at will.
@RestController
class SimulatePlanEndpoint {

    private final SimulatePlan simulatePlan;

    SimulatePlanEndpoint(SimulatePlan simulatePlan) {
        this.simulatePlan = simulatePlan;
    }

    @Operation(
            summary = "How an order is split today and under the draft of a plan",
            description =
                    "Nothing changes. A plan without a draft is tried out with its newest version.")
    @ApiResponse(responseCode = "200", description = "Both splits, line by line")
    @ApiResponse(responseCode = "400", description = "`invalid-request`, `malformed-body`")
    @ApiResponse(responseCode = "403", description = "`forbidden`: operators only")
    @ApiResponse(responseCode = "404", description = "`not-found`: the plan or the paid order")
    @ApiResponse(responseCode = "409", description = "`plan-retired`")
    @PostMapping("/api/v1/operator/plans/{plan}/simulation")
    Mono<SimulationResponse> simulate(
            Caller caller,
            @PathVariable String plan,
            @Valid @RequestBody SimulatePlanRequest request) {
        caller.require(Role.OPERATOR);
        Mono<SimulatePlan.Simulation> simulation =
                request.isOfOrder()
                        ? simulatePlan.ofOrder(plan, Objects.requireNonNull(request.order()))
                        : simulatePlan.of(plan, request.sold());
        return simulation.map(SimulationResponse::of);
    }
}
