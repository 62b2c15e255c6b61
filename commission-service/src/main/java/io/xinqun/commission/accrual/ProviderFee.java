package io.xinqun.commission.accrual;

import io.xinqun.kernel.money.BasisPoints;
import io.xinqun.kernel.money.Fen;

/// What the payment provider keeps, computed as the provider computes it, so that both books agree.
///
/// Units: basis points of each payment, a half fen up. State: `returned` when the provider gives
/// its fee back with a full refund.
public record ProviderFee(BasisPoints rate, boolean returned) {

    Fen of(Fen payment) {
        return rate.shareHalfUp(payment);
    }
}
