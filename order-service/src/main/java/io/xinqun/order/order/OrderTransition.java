package io.xinqun.order.order;

import static io.xinqun.order.order.OrderMove.CANCEL;
import static io.xinqun.order.order.OrderMove.EXPIRE;
import static io.xinqun.order.order.OrderMove.HOLD;
import static io.xinqun.order.order.OrderMove.PAY;
import static io.xinqun.order.order.OrderMove.PAY_AGAIN;
import static io.xinqun.order.order.OrderMove.PAY_LATE;
import static io.xinqun.order.order.OrderMove.REFUND;
import static io.xinqun.order.order.OrderMove.SELL_OUT;
import static io.xinqun.order.order.OrderState.Name.AWAITING_PAYMENT;
import static io.xinqun.order.order.OrderState.Name.CANCELLED;
import static io.xinqun.order.order.OrderState.Name.EXPIRED;
import static io.xinqun.order.order.OrderState.Name.PAID;
import static io.xinqun.order.order.OrderState.Name.PLACING;
import static io.xinqun.order.order.OrderState.Name.REFUNDED;
import static io.xinqun.order.order.OrderState.Name.REFUNDING;
import static io.xinqun.order.order.OrderState.Name.REFUSED;
import static io.xinqun.order.order.OrderState.Name.RETAKING;

import io.xinqun.order.order.OrderState.Name;
import java.util.List;
import java.util.Optional;

/// Every legal move of an order. What is not listed does not happen: the move is late or a repeat.
public record OrderTransition(Name from, OrderMove move, Name to) {

    public static final List<OrderTransition> ALL =
            List.of(
                    of(PLACING, HOLD, AWAITING_PAYMENT),
                    of(PLACING, SELL_OUT, REFUSED),
                    of(PLACING, EXPIRE, EXPIRED),
                    of(PLACING, CANCEL, CANCELLED),
                    of(AWAITING_PAYMENT, EXPIRE, EXPIRED),
                    of(AWAITING_PAYMENT, CANCEL, CANCELLED),
                    of(AWAITING_PAYMENT, PAY, PAID),
                    of(AWAITING_PAYMENT, PAY_LATE, RETAKING),
                    of(EXPIRED, PAY, PAID),
                    of(EXPIRED, PAY_LATE, RETAKING),
                    of(CANCELLED, PAY, PAID),
                    of(CANCELLED, PAY_LATE, RETAKING),
                    of(RETAKING, HOLD, PAID),
                    of(RETAKING, SELL_OUT, REFUNDING),
                    of(RETAKING, PAY_AGAIN, RETAKING),
                    of(PAID, PAY_AGAIN, PAID),
                    of(REFUNDING, PAY_AGAIN, REFUNDING),
                    of(REFUNDING, REFUND, REFUNDED),
                    of(REFUNDED, PAY_AGAIN, REFUNDED));

    public static Optional<Name> target(Name from, OrderMove move) {
        return ALL.stream()
                .filter(each -> each.from == from && each.move == move)
                .map(OrderTransition::to)
                .findFirst();
    }

    private static OrderTransition of(Name from, OrderMove move, Name to) {
        return new OrderTransition(from, move, to);
    }
}
