package io.xinqun.order.placement;

import io.xinqun.order.order.OrderState;
import io.xinqun.order.order.OrderTerms;

/// What came of placing an order, as far as it is known.
public record Placement(OrderTerms terms, OrderState.Name state) {}
