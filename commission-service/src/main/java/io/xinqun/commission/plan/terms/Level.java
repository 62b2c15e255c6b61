package io.xinqun.commission.plan.terms;

import io.xinqun.kernel.money.BasisPoints;
import io.xinqun.kernel.money.Fen;
import org.jspecify.annotations.Nullable;

/// What one level of curators gets, at most how much of it, and who pays for it.
///
/// Shape: `perLine` bounds a line, `perOrder` all lines of an order under this plan together;
/// absent for no bound. Units: fen; `supplierFunds` is the supplier's share of what is paid,
/// rounded down, the platform bears the rest.
public record Level(
        Pay pay, @Nullable Fen perLine, @Nullable Fen perOrder, BasisPoints supplierFunds) {

    /// Without bounds, at the platform's expense.
    public static Level of(Pay pay) {
        return new Level(pay, null, null, BasisPoints.ZERO);
    }
}
