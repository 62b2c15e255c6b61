package io.xinqun.commission.plan;

import org.jspecify.annotations.Nullable;

/// The lines that a plan is for.
///
/// Shape: the whole platform has no value; a category is its path joined with `/` and covers
/// everything below it; supplier and SKU are ids.
public record Scope(ScopeKind kind, @Nullable String value) {

    public Scope {
        if ((kind == ScopeKind.PLATFORM) != (value == null)) {
            throw new IllegalArgumentException("only the platform as a whole has no value");
        }
    }
}
