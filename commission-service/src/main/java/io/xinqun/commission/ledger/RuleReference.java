package io.xinqun.commission.ledger;

import io.xinqun.kernel.money.BasisPoints;
import io.xinqun.kernel.money.Fen;
import org.jspecify.annotations.Nullable;

/// Why a commission has its amount: the plan version that was frozen on the order.
///
/// Units: `base` is the paid goods amount of the line; `cappedFrom` is what the rule alone would
/// have paid when the line's margin was smaller.
public record RuleReference(
        String planId,
        int version,
        Fen base,
        @Nullable BasisPoints rate,
        @Nullable Fen fixed,
        @Nullable Fen cappedFrom) {}
