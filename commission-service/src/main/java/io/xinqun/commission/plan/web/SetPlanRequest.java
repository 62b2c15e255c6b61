package io.xinqun.commission.plan.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.xinqun.commission.plan.Pay;
import io.xinqun.commission.plan.PlanTerms;
import io.xinqun.commission.plan.Scope;
import io.xinqun.commission.plan.ScopeKind;
import io.xinqun.kernel.money.BasisPoints;
import io.xinqun.kernel.money.Fen;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// What an operator asks for.
///
/// Shape: two levels at most; there is no member for a third, and unknown members are refused.
record SetPlanRequest(
        @Schema(description = "The plan to revise; absent for a new one") @Size(min = 1, max = 64)
                @Nullable String plan,
        @NotNull @Valid ScopeRequest scope,
        @Schema(description = "Orders from this moment on; absent: at once")
                @Nullable Instant activeFrom,
        @NotNull @Valid PayRequest level1,
        @Valid @Nullable PayRequest level2,
        @Schema(description = "Whether a curator earns on own purchases; absent for no")
                @Nullable Boolean selfPurchase) {

    PlanTerms terms(Instant now) {
        Instant from = activeFrom == null ? now : activeFrom;
        return new PlanTerms(
                scope.scope(),
                from.truncatedTo(ChronoUnit.MILLIS),
                level1.pay("level1"),
                level2 == null ? null : level2.pay("level2"),
                Boolean.TRUE.equals(selfPurchase));
    }

    /// Something besides white space, and no control characters.
    private static final String VISIBLE =
            "[^\\x00-\\x1F\\x7F-\\x9F]*[^\\x00-\\x1F\\x7F-\\x9F\\s][^\\x00-\\x1F\\x7F-\\x9F]*";

    record ScopeRequest(
            @Schema(allowableValues = {"platform", "category", "supplier", "sku"})
                    @NotNull
                    @Pattern(regexp = "platform|category|supplier|sku")
                    String kind,
            @Schema(
                            description =
                                    "Category path joined with '/', supplier id or SKU id; absent"
                                            + " for the platform")
                    @Size(min = 1, max = 400)
                    @Pattern(regexp = VISIBLE)
                    @Nullable String value) {

        Scope scope() {
            ScopeKind parsed = ScopeKind.parse(kind);
            if ((parsed == ScopeKind.PLATFORM) != (value == null)) {
                throw InvalidPlan.at(
                        "scope.value", "mismatch", "Only the platform as a whole has no value");
            }
            return new Scope(parsed, value);
        }
    }

    @Schema(description = "Either a rate on paid goods or fen per unit sold")
    record PayRequest(
            @Min(0) @Max(BasisPoints.WHOLE) @Nullable Integer rateBasisPoints,
            @Min(0) @Nullable Long fixedFen) {

        Pay pay(String field) {
            if (rateBasisPoints != null && fixedFen == null) {
                return new Pay.OfPaidGoods(BasisPoints.of(rateBasisPoints));
            }
            if (fixedFen != null && rateBasisPoints == null) {
                return new Pay.PerUnit(Fen.of(fixedFen));
            }
            throw InvalidPlan.at(field, "one-of", "A level has either rateBasisPoints or fixedFen");
        }
    }
}
