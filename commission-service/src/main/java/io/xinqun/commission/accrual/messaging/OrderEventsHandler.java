package io.xinqun.commission.accrual.messaging;

import io.xinqun.commission.accrual.AccrueOrder;
import io.xinqun.commission.accrual.BookReturnedPayment;
import io.xinqun.commission.accrual.ReturnedPayment;
import io.xinqun.kernel.consumer.EventHandler;
import io.xinqun.kernel.consumer.PoisonMessage;
import io.xinqun.kernel.event.Event;
import io.xinqun.kernel.event.EventJson;
import java.util.Set;
import reactor.core.publisher.Mono;

/// Hears what happens to the money of orders.
///
/// Errors: an order that cannot be booked to the last fen is poison and raises an alarm; it stays
/// in the dead-letter topic for an operator.
public final class OrderEventsHandler implements EventHandler {

    static final String PAID = "order.paid.v1";
    static final String REFUND_REQUESTED = "order.refund-requested.v1";
    static final String REFUNDED = "order.refunded.v1";

    private final AccrueOrder accrueOrder;
    private final BookReturnedPayment bookReturnedPayment;

    public OrderEventsHandler(AccrueOrder accrueOrder, BookReturnedPayment bookReturnedPayment) {
        this.accrueOrder = accrueOrder;
        this.bookReturnedPayment = bookReturnedPayment;
    }

    @Override
    public Set<String> types() {
        return Set.of(PAID, REFUND_REQUESTED, REFUNDED);
    }

    @Override
    public void handle(Event event) {
        booked(event).block();
    }

    private Mono<Void> booked(Event event) {
        try {
            return switch (event.type()) {
                case PAID ->
                        accrueOrder.handle(
                                EventJson.read(event, OrderPaid.class).paidOrder(event.id()));
                case REFUND_REQUESTED -> bookReturnedPayment.requested(refund(event));
                case REFUNDED -> bookReturnedPayment.refunded(refund(event));
                default -> throw new PoisonMessage("unknown-type", event.type());
            };
        } catch (IllegalArgumentException | ArithmeticException | NullPointerException malformed) {
            throw new PoisonMessage("malformed-data", event.type() + ' ' + event.id(), malformed);
        }
    }

    private static ReturnedPayment refund(Event event) {
        return EventJson.read(event, OrderRefund.class).returnedPayment(event.id());
    }
}
