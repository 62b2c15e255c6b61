package io.xinqun.kernel.problem;

import org.jspecify.annotations.Nullable;

/// Says which problem an exception of some library is; as a bean, one per library.
@FunctionalInterface
public interface ProblemTranslation {

    /// The problem, or null when the exception is none of its business.
    @Nullable Problem translate(Throwable thrown);
}
