package io.xinqun.commission.plan.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.xinqun.commission.plan.terms.Level;
import io.xinqun.commission.plan.terms.Pay;
import io.xinqun.kernel.money.BasisPoints;
import io.xinqun.kernel.money.Fen;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/// What an operator wants a level to be paid.
@Schema(description = "Either a rate on paid goods or fen per unit sold")
record LevelRequest(
        @Min(0) @Max(BasisPoints.WHOLE) @Nullable Integer rateBasisPoints,
        @Min(0) @Nullable Long fixedFen,
        @Schema(description = "At most this much for a line; absent: no bound of its own") @Min(1)
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
