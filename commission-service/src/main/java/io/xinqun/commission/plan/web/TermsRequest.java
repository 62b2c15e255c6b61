package io.xinqun.commission.plan.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.xinqun.commission.plan.terms.Level;
import io.xinqun.commission.plan.terms.Pay;
import io.xinqun.commission.plan.terms.Scope;
import io.xinqun.commission.plan.terms.ScopeKind;
import io.xinqun.kernel.money.BasisPoints;
import io.xinqun.kernel.money.Fen;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The parts of what an operator asks of a plan.
final class TermsRequest {

    private static final String KINDS = "platform|curator-level|category|supplier|sku|activity";

    private TermsRequest() {}

    record ScopeRequest(
            @Schema(
                            allowableValues = {
                                "platform",
                                "curator-level",
                                "category",
                                "supplier",
                                "sku",
                                "activity"
                            })
                    @NotNull
                    @Pattern(regexp = KINDS)
                    String kind,
            @Schema(
                            description =
                                    "Category path joined with '/', id of the activity, supplier or"
                                            + " SKU, code of the level; absent for the platform")
                    @Size(min = 1, max = 400)
                    @Pattern(regexp = "\\P{Cc}*[^\\p{Cc}\\s]\\P{Cc}*")
                    @Nullable String value) {

        Scope scope() {
            ScopeKind parsed = ScopeKind.parse(kind);
            if ((parsed == ScopeKind.PLATFORM) != (value == null)) {
                throw InvalidPlan.at(
                        "scope.value", "mismatch", "Only the platform as a whole has no value");
            }
            if (parsed == ScopeKind.CATEGORY && hasBlankStep()) {
                throw InvalidPlan.at(
                        "scope.value", "path", "A category has a name between any two '/'");
            }
            return new Scope(parsed, value);
        }

        /// No product is in a category without a name, so nothing would ever match.
        private boolean hasBlankStep() {
            return value != null && Arrays.stream(value.split("/", -1)).anyMatch(String::isBlank);
        }
    }

    @Schema(description = "Either a rate on paid goods or fen per unit sold")
    record LevelRequest(
            @Min(0) @Max(BasisPoints.WHOLE) @Nullable Integer rateBasisPoints,
            @Min(0) @Nullable Long fixedFen,
            @Schema(description = "At most this much for a line; absent: no bound of its own")
                    @Min(1)
                    @Nullable Long maximumPerLineFen,
            @Schema(
                            description =
                                    "At most this much for all lines of an order under this plan"
                                            + " together; absent: no bound")
                    @Min(1)
                    @Nullable Long maximumPerOrderFen,
            @Schema(description = "The supplier's share of this commission; absent: none of it")
                    @Min(0)
                    @Max(BasisPoints.WHOLE)
                    @Nullable Integer supplierFundsBasisPoints) {

        Level level(String field) {
            return new Level(
                    pay(field),
                    fen(maximumPerLineFen),
                    fen(maximumPerOrderFen),
                    supplierFundsBasisPoints == null
                            ? BasisPoints.ZERO
                            : BasisPoints.of(supplierFundsBasisPoints));
        }

        private Pay pay(String field) {
            if (rateBasisPoints != null && fixedFen == null) {
                return new Pay.OfPaidGoods(BasisPoints.of(rateBasisPoints));
            }
            if (fixedFen != null && rateBasisPoints == null) {
                return new Pay.PerUnit(Fen.of(fixedFen));
            }
            throw InvalidPlan.at(field, "one-of", "A level has either rateBasisPoints or fixedFen");
        }

        private static @Nullable Fen fen(@Nullable Long amount) {
            return amount == null ? null : Fen.of(amount);
        }
    }
}
