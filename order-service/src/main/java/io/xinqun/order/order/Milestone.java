package io.xinqun.order.order;

import java.time.Instant;

/// A state that the order reached, stored with it: what polling and server-sent events serve.
///
/// Shape: `sequence` counts from 1.
public record Milestone(long sequence, OrderState.Name state, Instant at) {}
