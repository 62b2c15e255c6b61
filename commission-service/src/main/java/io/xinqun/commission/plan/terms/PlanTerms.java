package io.xinqun.commission.plan.terms;

import org.jspecify.annotations.Nullable;

/// What an operator decides about a plan; when it begins is decided apart.
///
/// Shape: one level or two; there is no place for a third. `selfPurchase` gives curators a rebate
/// on what they buy themselves; without it own purchases pay nothing.
public record PlanTerms(Scope scope, Level level1, @Nullable Level level2, boolean selfPurchase) {}
