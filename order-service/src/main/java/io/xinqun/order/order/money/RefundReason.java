package io.xinqun.order.order.money;

/// Why money goes back before anybody asked for it.
public enum RefundReason {
    /// It came after the order had ended, and the stock was gone.
    LATE_PAYMENT("late-payment"),
    /// The order was paid already.
    SECOND_PAYMENT("second-payment");

    private final String code;

    RefundReason(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static RefundReason of(String code) {
        return LATE_PAYMENT.code.equals(code) ? LATE_PAYMENT : SECOND_PAYMENT;
    }
}
