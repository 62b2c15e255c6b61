package io.xinqun.order.order.line;

import io.xinqun.kernel.money.BasisPoints;
import io.xinqun.kernel.money.Fen;
import org.jspecify.annotations.Nullable;

/// The plan version that made a part, so that every fen can be explained later.
///
/// Shape: either a rate on `base` or fen per unit; `cappedFrom` is what the plan would have paid
/// when the margin was too small for it. Units: fen, basis points.
public record SplitRule(
        String planId,
        long version,
        Fen base,
        @Nullable BasisPoints rate,
        @Nullable Fen fixed,
        @Nullable Fen cappedFrom) {}
