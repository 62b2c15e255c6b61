package io.xinqun.order.placement;

import io.xinqun.order.order.Orders.Answer;
import io.xinqun.order.order.Reservation;

/// What the owner of a unit said to a reserve.
public record StockAnswer(String reference, String unit, Answer answer) {

    public String orderId() {
        return Reservation.orderOf(reference);
    }

    /// Whether it is about the stock that was asked for at placing.
    boolean isFirst() {
        return reference.equals(orderId());
    }
}
