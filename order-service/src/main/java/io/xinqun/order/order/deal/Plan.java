package io.xinqun.order.order.deal;

import io.xinqun.kernel.money.BasisPoints;
import io.xinqun.kernel.money.Fen;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One active version of a commission plan.
///
/// Shape: level 1 and an optional level 2; there is no place for a third.
public record Plan(
        String planId,
        long version,
        Instant activeFrom,
        Scope scope,
        Pay level1,
        @Nullable Pay level2,
        boolean selfPurchase) {

    /// What a plan is for, the most specific last.
    public enum ScopeKind {
        PLATFORM,
        CATEGORY,
        SUPPLIER,
        SKU
    }

    /// Shape: a category's value is its path joined with `/` and covers everything below it; the
    /// platform has the value "".
    public record Scope(ScopeKind kind, String value) {

        boolean covers(Offer offer) {
            return switch (kind) {
                case PLATFORM -> true;
                case SUPPLIER -> value.equals(offer.article().supplierId());
                case SKU -> value.equals(offer.article().skuId());
                case CATEGORY ->
                        (String.join("/", offer.categoryPath()) + "/").startsWith(value + "/");
            };
        }
    }

    /// Either a rate on what was paid for the line, rounded down, or fen per unit sold.
    public record Pay(@Nullable BasisPoints rate, @Nullable Fen fixed) {

        public Fen of(Fen paid, long quantity) {
            if (rate != null) {
                return rate.shareOf(paid);
            }
            return fixed == null ? Fen.ZERO : fixed.times(quantity);
        }
    }

    boolean applies(Offer offer, Instant at) {
        return !activeFrom.isAfter(at) && scope.covers(offer);
    }
}
