package io.xinqun.commission.plan;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What an operator decides about a plan from a moment on.
///
/// Shape: one level or two; there is no place for a third.
public record PlanTerms(
        Scope scope, Instant activeFrom, Pay level1, @Nullable Pay level2, boolean selfPurchase) {}
