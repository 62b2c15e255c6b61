package io.xinqun.commission.plan.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.xinqun.commission.plan.Plans.PlanChange;
import io.xinqun.commission.plan.RetirePlan;
import io.xinqun.kernel.idempotency.IdempotencyKey;
import io.xinqun.kernel.security.Caller;
import io.xinqun.kernel.security.Role;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class RetirePlanEndpoint {

    private final RetirePlan retirePlan;

    RetirePlanEndpoint(RetirePlan retirePlan) {
        this.retirePlan = retirePlan;
    }

    @Operation(summary = "Ends a plan for new orders, for good")
    @ApiResponse(responseCode = "200", description = "The retired plan, also when it was before")
    @ApiResponse(responseCode = "403", description = "`forbidden`: operators only")
    @ApiResponse(responseCode = "404", description = "`not-found`")
    @ApiResponse(responseCode = "409", description = "`conflict`: others are changing the plan")
    @PostMapping("/api/v1/operator/plans/{plan}/retirement")
    Mono<PlanResponse> retire(Caller caller, IdempotencyKey key, @PathVariable String plan) {
        PlanChange change =
                new PlanChange(
                        key.deriveId("plan-retirement", caller), caller.actingAs(Role.OPERATOR));
        return retirePlan.handle(plan, change).map(PlanResponse::of);
    }
}
