package io.xinqun.kernel.rules.sample.refund;

import io.xinqun.kernel.rules.sample.order.Order;

public record Refund(Order order) {}
