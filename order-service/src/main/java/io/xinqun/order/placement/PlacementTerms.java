package io.xinqun.order.placement;

import java.time.Duration;

/// How long a buyer may take to pay, and how much longer the stock is held so that a payment of the
/// last second finds it.
public record PlacementTerms(Duration paymentDeadline, Duration grace) {}
