package io.xinqun.order.order;

/// One stock unit of an order: how much it asks for, and whether the owner has said yes.
public record Hold(String unit, long quantity, boolean held) {

    Hold taken() {
        return new Hold(unit, quantity, true);
    }
}
