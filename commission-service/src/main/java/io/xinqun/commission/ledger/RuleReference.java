package io.xinqun.commission.ledger;

import io.xinqun.kernel.money.BasisPoints;
import io.xinqun.kernel.money.Fen;
import org.jspecify.annotations.Nullable;

/// Why a commission has its amount: the plan version that was frozen on the order.
///
/// Shape: `cappedBy` is the cap that decided, `line`, `order` or `margin`; `rounding` is `down`,
/// the fraction of a fen stays with the platform. Units: `base` is the paid goods amount of the
/// line; `cappedFrom` is what the rule alone would have paid when a cap was smaller;
/// `supplierFunds` is what of the commission the supplier bears.
public record RuleReference(
        String planId,
        int version,
        Fen base,
        @Nullable BasisPoints rate,
        @Nullable Fen fixed,
        @Nullable String rounding,
        @Nullable Fen cappedFrom,
        @Nullable String cappedBy,
        @Nullable Fen supplierFunds) {}
