package io.xinqun.commission.plan.terms;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// The lines that a plan is for.
///
/// Shape: the whole platform has no value; a category is its path joined with `/` and covers
/// everything below it; activity, SKU and supplier are ids, a level of curators is its code. Of two
/// categories the longer path is the more specific one.
public record Scope(ScopeKind kind, @Nullable String value) {

    public static final char PATH = '/';

    /// The most specific last.
    public static final Comparator<Scope> BY_PRECEDENCE =
            Comparator.comparing(Scope::kind).thenComparingLong(Scope::depth);

    public Scope {
        if ((kind == ScopeKind.PLATFORM) != (value == null)) {
            throw new IllegalArgumentException("only the platform as a whole has no value");
        }
    }

    /// The same text is the same scope.
    public String text() {
        return value == null ? kind.text() : kind.text() + ':' + value;
    }

    private long depth() {
        return value == null || kind != ScopeKind.CATEGORY
                ? 0
                : value.chars().filter(each -> each == PATH).count();
    }
}
