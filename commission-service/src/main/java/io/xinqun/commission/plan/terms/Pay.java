package io.xinqun.commission.plan;

import io.xinqun.kernel.money.BasisPoints;
import io.xinqun.kernel.money.Fen;

/// What one level earns on goods sold. Nothing else can be paid for: head count, entry fees and
/// recruiting have no form here.
public sealed interface Pay {

    /// A share of the paid goods amount of a line, net of discounts and freight, rounded down.
    record OfPaidGoods(BasisPoints rate) implements Pay {}

    /// Fen for each unit sold.
    record PerUnit(Fen fixed) implements Pay {}
}
