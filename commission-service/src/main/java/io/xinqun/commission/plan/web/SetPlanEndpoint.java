package io.xinqun.commission.plan.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.xinqun.commission.plan.Plans.PlanChange;
import io.xinqun.commission.plan.SetPlan;
import io.xinqun.kernel.idempotency.Fingerprint;
import io.xinqun.kernel.idempotency.IdempotencyKey;
import io.xinqun.kernel.security.Caller;
import io.xinqun.kernel.security.Role;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class SetPlanEndpoint {

    private final SetPlan setPlan;

    SetPlanEndpoint(SetPlan setPlan) {
        this.setPlan = setPlan;
    }

    @Operation(summary = "Creates a commission plan, the next version of one, or its draft")
    @ApiResponse(responseCode = "201", description = "The plan with the new version or draft")
    @ApiResponse(responseCode = "400", description = "`invalid-request`, `malformed-body`")
    @ApiResponse(responseCode = "403", description = "`forbidden`: operators only")
    @ApiResponse(responseCode = "404", description = "`not-found`: no such plan to revise")
    @ApiResponse(
            responseCode = "409",
            description = "`plan-retired`, `plan-date-taken`, `conflict`")
    @ApiResponse(
            responseCode = "422",
            description =
                    "`plan-level-not-allowed`, `plan-pays-too-much`, `plan-scope-fixed`,"
                            + " `plan-version-not-later`, `plan-backdated`, `plan-full`,"
                            + " `idempotency-key-reused`")
    @PostMapping("/api/v1/operator/plans")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<PlanResponse> set(
            Caller caller, IdempotencyKey key, @Valid @RequestBody SetPlanRequest request) {
        PlanChange change =
                new PlanChange(
                        key.deriveId("plan-request", caller), caller.actingAs(Role.OPERATOR));
        SetPlan.Command command =
                new SetPlan.Command(
                        request.plan(),
                        key.deriveId("plan", caller),
                        request.terms(),
                        request.start(),
                        Fingerprint.of(request),
                        change);
        return setPlan.handle(command).map(PlanResponse::of);
    }
}
