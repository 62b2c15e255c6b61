package io.xinqun.order.order.line;

import org.jspecify.annotations.Nullable;

/// Through whose link an order came, frozen when it is placed.
///
/// Shape: `level` is the sharer's when the order was placed, and absent in a binding. State: later
/// policies and curator changes touch only later orders.
public record Attribution(
        String sharer,
        @Nullable String second,
        String link,
        String channel,
        long policyVersion,
        long bindingVersion,
        @Nullable String level) {

    public Attribution at(@Nullable String levelNow) {
        return new Attribution(
                sharer, second, link, channel, policyVersion, bindingVersion, levelNow);
    }
}
