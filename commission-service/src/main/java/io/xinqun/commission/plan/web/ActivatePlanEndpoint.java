package io.xinqun.commission.plan.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.xinqun.commission.plan.ActivatePlan;
import io.xinqun.commission.plan.Plans.PlanChange;
import io.xinqun.kernel.idempotency.Fingerprint;
import io.xinqun.kernel.idempotency.IdempotencyKey;
import io.xinqun.kernel.security.Caller;
import io.xinqun.kernel.security.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class ActivatePlanEndpoint {

    private final ActivatePlan activatePlan;

    ActivatePlanEndpoint(ActivatePlan activatePlan) {
        this.activatePlan = activatePlan;
    }

    record ActivatePlanRequest(
            @Schema(description = "Orders from this moment on, inclusive; absent: at once")
                    @Nullable Instant activeFrom,
            @Schema(description = "Orders from the beginning of this business day on")
                    @Nullable LocalDate activeOn,
            @Schema(description = "The draft that you saw; absent: whatever it is now") @Min(1)
                    @Nullable Integer revision) {}

    /// The fingerprint of a repeat must be the same, whichever plan the key was used for.
    private record Asked(String plan, ActivatePlanRequest request) {}

    @Operation(summary = "Puts the draft of a plan into force as its next version")
    @ApiResponse(responseCode = "200", description = "The plan with the new version")
    @ApiResponse(responseCode = "400", description = "`invalid-request`, `malformed-body`")
    @ApiResponse(responseCode = "403", description = "`forbidden`: operators only")
    @ApiResponse(responseCode = "404", description = "`not-found`")
    @ApiResponse(
            responseCode = "409",
            description =
                    "`plan-has-no-draft`, `plan-draft-changed`, `plan-date-taken`, `plan-retired`,"
                            + " `conflict`")
    @ApiResponse(
            responseCode = "422",
            description =
                    "`plan-level-not-allowed`, `plan-pays-too-much`, `plan-version-not-later`,"
                            + " `plan-backdated`, `plan-full`, `idempotency-key-reused`")
    @PostMapping("/api/v1/operator/plans/{plan}/activation")
    Mono<PlanResponse> activate(
            Caller caller,
            IdempotencyKey key,
            @PathVariable String plan,
            @Valid @RequestBody ActivatePlanRequest request) {
        PlanChange change =
                new PlanChange(
                        key.deriveId("plan-activation", caller), caller.actingAs(Role.OPERATOR));
        return activatePlan
                .handle(
                        new ActivatePlan.Command(
                                plan,
                                request.revision(),
                                StartRequest.of(request.activeFrom(), request.activeOn()),
                                Fingerprint.of(new Asked(plan, request)),
                                change))
                .map(PlanResponse::of);
    }
}
