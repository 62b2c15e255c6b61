package io.xinqun.order.order;

/// What can happen to an order.
public enum OrderMove {
    /// All of its stock is held.
    HOLD,
    /// A part of its stock is not to be had.
    SELL_OUT,
    EXPIRE,
    CANCEL,
    /// Money while its stock is certain.
    PAY,
    /// Money after its stock went back.
    PAY_LATE,
    /// Money that was not expected any more: the order has been paid before.
    PAY_AGAIN,
    /// The refund of its money went out.
    REFUND
}
