package io.xinqun.commission.plan;

import io.xinqun.commission.plan.PlanRefused.Excess;
import io.xinqun.commission.plan.PlanRefused.Reason;
import io.xinqun.commission.plan.terms.Level;
import io.xinqun.commission.plan.terms.Pay;
import io.xinqun.commission.plan.terms.PlanTerms;
import io.xinqun.kernel.money.BasisPoints;
import io.xinqun.kernel.money.Fen;
import org.jspecify.annotations.Nullable;

/// What this deployment allows a plan to pay: the ceiling that holds whatever a line's own margin
/// is.
///
/// Units: `rate` bounds the sum of both levels' rates, `fixed` the sum of both levels' fen a unit.
/// Errors: `plan-level-not-allowed`, `plan-pays-too-much` with the arithmetic.
public record PlanPolicy(int levels, BasisPoints rate, Fen fixed) {

    private static final String RATE = "basis points";
    private static final String FIXED = "fen a unit";

    void check(PlanTerms terms) {
        if (terms.level2() != null && levels < 2) {
            throw new PlanRefused(Reason.LEVEL_NOT_ALLOWED, "This deployment pays one level only");
        }
        check(RATE, rateOf(terms.level1()), rateOf(terms.level2()), rate.value());
        check(FIXED, fixedOf(terms.level1()), fixedOf(terms.level2()), fixed.amount());
    }

    /// Written so that no sum leaves the range of a `long`.
    private static void check(String unit, long level1, long level2, long limit) {
        if (level1 > limit || level2 > limit - level1) {
            throw new PlanRefused(
                    Reason.PAYS_TOO_MUCH,
                    "Level 1 pays %d and level 2 pays %d %s; together at most %d"
                            .formatted(level1, level2, unit, limit),
                    new Excess(unit, level1, level2, limit));
        }
    }

    private static long rateOf(@Nullable Level level) {
        return level != null && level.pay() instanceof Pay.OfPaidGoods(BasisPoints share)
                ? share.value()
                : 0;
    }

    private static long fixedOf(@Nullable Level level) {
        return level != null && level.pay() instanceof Pay.PerUnit(Fen perUnit)
                ? perUnit.amount()
                : 0;
    }
}
