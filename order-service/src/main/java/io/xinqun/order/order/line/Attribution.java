package io.xinqun.order.order.line;

import org.jspecify.annotations.Nullable;

/// Through whose link an order came, frozen when it is placed.
///
/// State: later bindings, policies and curator changes touch only later orders.
public record Attribution(
        String sharer,
        @Nullable String second,
        String link,
        String channel,
        long policyVersion,
        long bindingVersion) {}
