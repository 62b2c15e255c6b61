package io.xinqun.commission.plan;

import io.xinqun.commission.plan.PlanRefused.Reason;
import io.xinqun.kernel.money.BasisPoints;
import io.xinqun.kernel.money.Fen;
import java.util.ArrayList;
import java.util.List;

/// What this deployment allows a plan to pay.
///
/// Units: `rate` bounds the sum of both levels' rates, `fixed` the sum of both levels' fen a unit.
/// Errors: `plan-level-not-allowed`, `plan-pays-too-much`.
public record PlanPolicy(int levels, BasisPoints rate, Fen fixed) {

    void check(PlanTerms terms) {
        if (terms.level2() != null && levels < 2) {
            throw new PlanRefused(Reason.LEVEL_NOT_ALLOWED, "This deployment pays one level only");
        }
        List<Pay> pays = new ArrayList<>(List.of(terms.level1()));
        if (terms.level2() != null) {
            pays.add(terms.level2());
        }
        checkRate(pays);
        checkFixed(pays);
    }

    private void checkRate(List<Pay> pays) {
        int sum = 0;
        for (Pay pay : pays) {
            sum += pay instanceof Pay.OfPaidGoods(BasisPoints share) ? share.value() : 0;
        }
        if (sum > rate.value()) {
            throw new PlanRefused(
                    Reason.PAYS_TOO_MUCH,
                    "The rates of both levels are at most " + rate.value(),
                    (long) rate.value());
        }
    }

    private void checkFixed(List<Pay> pays) {
        Fen sum = Fen.ZERO;
        for (Pay pay : pays) {
            sum =
                    pay instanceof Pay.PerUnit(Fen perUnit)
                            ? sum.plus(perUnit.min(fixed.plus(Fen.of(1))))
                            : sum;
        }
        if (sum.compareTo(fixed) > 0) {
            throw new PlanRefused(
                    Reason.PAYS_TOO_MUCH,
                    "Both levels are paid at most " + fixed.amount() + " fen a unit",
                    fixed.amount());
        }
    }
}
