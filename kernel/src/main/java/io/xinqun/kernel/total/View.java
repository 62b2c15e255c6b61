package io.xinqun.kernel.total;

import org.jspecify.annotations.Nullable;

/// What a [DecisionRule] sees: the totals and items it asked for, with all earlier decisions in
/// them.
public interface View {

    /// The amounts of a total, [Amounts#NONE] when nobody has set it yet.
    Amounts total(String id);

    @Nullable Item item(String key);
}
