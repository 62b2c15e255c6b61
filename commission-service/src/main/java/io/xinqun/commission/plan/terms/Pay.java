package io.xinqun.commission.plan.terms;

import io.xinqun.kernel.money.BasisPoints;
import io.xinqun.kernel.money.Fen;

/// What one level earns on goods sold. Nothing else can be paid for: head count, entry fees and
/// recruiting have no form here.
public sealed interface Pay {

    /// Of a line that sold `quantity` units for `paid`, before any cap.
    Fen of(Fen paid, long quantity);

    /// A share of the paid goods amount of a line, net of discounts and freight, rounded down.
    record OfPaidGoods(BasisPoints rate) implements Pay {

        @Override
        public Fen of(Fen paid, long quantity) {
            return rate.shareOf(paid);
        }
    }

    /// Fen for each unit sold.
    record PerUnit(Fen fixed) implements Pay {

        @Override
        public Fen of(Fen paid, long quantity) {
            return fixed.times(quantity);
        }
    }
}
