package io.xinqun.order.order;

import io.xinqun.order.order.money.Receipt;
import io.xinqun.order.order.money.Refund;

/// What others are told. What an event says beyond this is in the order that it belongs to.
public sealed interface OrderEvent {

    record Placed() implements OrderEvent {}

    record Accepted() implements OrderEvent {}

    record Refused() implements OrderEvent {}

    record Expired() implements OrderEvent {}

    record Cancelled() implements OrderEvent {}

    record Paid(Receipt receipt) implements OrderEvent {}

    record RefundRequested(Refund refund) implements OrderEvent {}

    record Refunded(Refund refund) implements OrderEvent {}
}
