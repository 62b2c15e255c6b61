package io.xinqun.community.administration.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.xinqun.community.administration.PublishReferralPolicy;
import io.xinqun.community.model.referral.AttributionModel;
import io.xinqun.community.model.referral.ReferralPolicies;
import io.xinqun.community.model.referral.ReferralPolicy;
import io.xinqun.kernel.security.Caller;
import io.xinqun.kernel.security.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// The referral policy and its history.
@Tag(name = "operator")
@RestController
@RequestMapping("/api/v1/operator/referral-policies")
class ReferralPoliciesEndpoint {

    /// A policy changes a few times a year; older versions stand in the bindings that they made.
    private static final int SHOWN = 50;

    private final PublishReferralPolicy publishReferralPolicy;
    private final ReferralPolicies policies;

    ReferralPoliciesEndpoint(
            PublishReferralPolicy publishReferralPolicy, ReferralPolicies policies) {
        this.publishReferralPolicy = publishReferralPolicy;
        this.policies = policies;
    }

    record PolicyRequest(
            @NotNull @Pattern(regexp = "first-touch|last-touch") String model,
            @NotNull @Min(1) @Max(ReferralPolicy.LONGEST_WINDOW_DAYS) Integer windowDays) {}

    record PolicyResponse(int version, String model, int windowDays) {

        static PolicyResponse of(ReferralPolicy policy) {
            return new PolicyResponse(policy.version(), policy.model().code(), policy.windowDays());
        }
    }

    record PolicyList(List<PolicyResponse> items) {}

    @Operation(summary = "Sets the referral policy for later touches")
    @ApiResponse(responseCode = "201", description = "The version in force from now on")
    @ApiResponse(responseCode = "400", description = "`invalid-request`, `malformed-body`")
    @ApiResponse(responseCode = "401", description = "`not-signed-in`")
    @ApiResponse(responseCode = "403", description = "`forbidden`")
    @ApiResponse(responseCode = "409", description = "`conflict`")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<PolicyResponse> publish(
            @Parameter(hidden = true) Caller caller, @Valid @RequestBody PolicyRequest request) {
        AttributionModel model = AttributionModel.of(request.model()).orElseThrow();
        return publishReferralPolicy
                .handle(model, request.windowDays(), caller.actingAs(Role.OPERATOR))
                .map(PolicyResponse::of);
    }

    @Operation(summary = "The versions of the referral policy, the newest first")
    @ApiResponse(responseCode = "200", description = "The first is in force; empty = built-in")
    @ApiResponse(responseCode = "401", description = "`not-signed-in`")
    @ApiResponse(responseCode = "403", description = "`forbidden`")
    @GetMapping
    Mono<PolicyList> list(@Parameter(hidden = true) Caller caller) {
        caller.require(Role.OPERATOR);
        return policies.newest(SHOWN).map(PolicyResponse::of).collectList().map(PolicyList::new);
    }
}
