package io.xinqun.commission.plan.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.xinqun.commission.plan.PlanStart;
import io.xinqun.commission.plan.terms.PlanTerms;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What an operator asks for.
///
/// Shape: two levels at most; there is no member for a third, and unknown members are refused.
record SetPlanRequest(
        @Schema(description = "The plan to revise; absent for a new one") @Size(min = 1, max = 64)
                @Nullable String plan,
        @NotNull @Valid ScopeRequest scope,
        @Schema(description = "Orders from this moment on, inclusive; absent: at once")
                @Nullable Instant activeFrom,
        @Schema(description = "Orders from the beginning of this business day on")
                @Nullable LocalDate activeOn,
        @NotNull @Valid LevelRequest level1,
        @Valid @Nullable LevelRequest level2,
        @Schema(description = "Whether a curator earns on own purchases; absent for no")
                @Nullable Boolean selfPurchase,
        @Schema(
                        description =
                                "A draft pays nobody until it is put into force; a draft that there"
                                        + " is already is replaced. Absent for no")
                @Nullable Boolean draft) {

    PlanTerms terms() {
        return new PlanTerms(
                scope.scope(),
                level1.level("level1"),
                level2 == null ? null : level2.level("level2"),
                Boolean.TRUE.equals(selfPurchase));
    }

    /// None for a draft.
    @Nullable PlanStart start() {
        if (!Boolean.TRUE.equals(draft)) {
            return StartRequest.of(activeFrom, activeOn);
        }
        if (activeFrom != null || activeOn != null) {
            throw InvalidPlan.at("draft", "mismatch", "A draft begins when it is put into force");
        }
        return null;
    }
}
