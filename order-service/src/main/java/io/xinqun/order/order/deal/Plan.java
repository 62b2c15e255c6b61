package io.xinqun.order.order.deal;

import io.xinqun.kernel.money.BasisPoints;
import io.xinqun.kernel.money.Fen;
import io.xinqun.order.order.line.OrderLine.Article;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// One active version of a commission plan.
///
/// Shape: level 1 and an optional level 2; there is no place for a third. State: in force from
/// `activeFrom` on, inclusive.
public record Plan(
        String planId,
        long version,
        Instant activeFrom,
        Scope scope,
        Level level1,
        @Nullable Level level2,
        boolean selfPurchase) {

    /// What a plan is for, the most specific last.
    public enum ScopeKind {
        PLATFORM,
        CURATOR_LEVEL,
        CATEGORY,
        SUPPLIER,
        SKU,
        ACTIVITY
    }

    /// Shape: a category's value is its path joined with `/` and covers everything below it; the
    /// platform has the value "".
    public record Scope(ScopeKind kind, String value) {

        /// The most specific last; of two categories the longer path is the more specific one.
        public static final Comparator<Scope> BY_PRECEDENCE =
                Comparator.comparing(Scope::kind).thenComparingLong(Scope::depth);

        boolean covers(Article article, @Nullable String curatorLevel) {
            return switch (kind) {
                case PLATFORM -> true;
                case CURATOR_LEVEL -> value.equals(curatorLevel);
                case CATEGORY ->
                        (String.join("/", article.categoryPath()) + "/").startsWith(value + "/");
                case SUPPLIER -> value.equals(article.supplierId());
                case SKU -> value.equals(article.skuId());
                case ACTIVITY -> value.equals(article.activity());
            };
        }

        private long depth() {
            return kind == ScopeKind.CATEGORY
                    ? value.chars().filter(each -> each == '/').count()
                    : 0;
        }
    }

    /// What one level gets, at most how much of it, and who pays for it.
    ///
    /// Shape: `perLine` bounds a line, `perOrder` all lines of an order under this version
    /// together; absent for no bound. Units: `supplierFunds` is the supplier's share of what is
    /// paid, rounded down; the platform bears the rest.
    public record Level(
            Pay pay, @Nullable Fen perLine, @Nullable Fen perOrder, BasisPoints supplierFunds) {

        /// Without bounds, at the platform's expense.
        public static Level of(Pay pay) {
            return new Level(pay, null, null, BasisPoints.ZERO);
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

    boolean applies(Article article, @Nullable String curatorLevel, Instant at) {
        return !activeFrom.isAfter(at) && scope.covers(article, curatorLevel);
    }
}
