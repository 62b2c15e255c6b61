package io.xinqun.commission.plan.simulation;

import io.xinqun.commission.ledger.sold.SoldLine;
import io.xinqun.commission.plan.terms.PlanTerms;
import io.xinqun.commission.plan.terms.Scope;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Terms that a line may be paid by: a version in force, or what is tried out.
public record PlanCandidate(
        String planId, int version, Instant activeFrom, PlanTerms terms, boolean tried) {

    /// The one that pays is the last: the most specific scope, then the newest, then what is tried
    /// out. Only one plan of a scope begins at a moment; the ids decide for those that were set
    /// before that was so.
    static final Comparator<PlanCandidate> PRECEDENCE =
            Comparator.<PlanCandidate, Scope>comparing(
                            each -> each.terms().scope(), Scope.BY_PRECEDENCE)
                    .thenComparing(PlanCandidate::activeFrom)
                    .thenComparing(PlanCandidate::tried)
                    .thenComparing(PlanCandidate::planId)
                    .thenComparingInt(PlanCandidate::version);

    boolean applies(SoldLine.Article article, @Nullable String curatorLevel, Instant at) {
        return !activeFrom.isAfter(at) && covers(terms.scope(), article, curatorLevel);
    }

    private static boolean covers(
            Scope scope, SoldLine.Article article, @Nullable String curatorLevel) {
        String value = scope.value();
        return switch (scope.kind()) {
            case PLATFORM -> true;
            case CURATOR_LEVEL -> Objects.equals(value, curatorLevel);
            case CATEGORY -> isBelow(article, value + Scope.PATH);
            case SUPPLIER -> Objects.equals(value, article.supplierId());
            case SKU -> Objects.equals(value, article.skuId());
            case ACTIVITY -> Objects.equals(value, article.activity());
        };
    }

    private static boolean isBelow(SoldLine.Article article, String path) {
        return (String.join("/", article.categoryPath()) + Scope.PATH).startsWith(path);
    }
}
