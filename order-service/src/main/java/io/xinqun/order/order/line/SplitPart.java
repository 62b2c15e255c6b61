package io.xinqun.order.order.line;

import io.xinqun.kernel.money.Fen;
import org.jspecify.annotations.Nullable;

/// One party's part of a line's money.
///
/// Units: fen; the parts of a line sum to what was paid for it.
public record SplitPart(SplitRole role, String account, Fen amount, @Nullable SplitRule rule) {

    public SplitPart {
        if (amount.isNegative()) {
            throw new IllegalArgumentException("a part of a line is not negative: " + amount);
        }
    }
}
