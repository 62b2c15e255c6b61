package io.xinqun.commission.accrual.messaging;

import io.xinqun.commission.accrual.AccrueOrder;
import io.xinqun.commission.accrual.BookReturnedPayment;
import io.xinqun.commission.accrual.PaidOrder;
import io.xinqun.commission.accrual.ReturnedPayment;
import io.xinqun.kernel.consumer.BatchEventHandler;
import io.xinqun.kernel.consumer.PoisonMessage;
import io.xinqun.kernel.event.Event;
import io.xinqun.kernel.event.EventJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Hears what happens to the money of orders.
///
/// Errors: an order that cannot be booked to the last fen is poison and raises an alarm; it stays
/// in the dead-letter topic for an operator.
public final class OrderEventsHandler implements BatchEventHandler {

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
        handleAll(List.of(event));
    }

    /// Paid orders are booked in one write. Nothing of one order depends on another one, and a
    /// refund is of a payment that its order's paid event never told of.
    @Override
    public void handleAll(List<Event> events) {
        List<PaidOrder> paid = new ArrayList<>();
        List<Mono<Void>> refunds = new ArrayList<>();
        for (Event event : events) {
            try {
                switch (event.type()) {
                    case PAID -> paid.add(paid(event));
                    case REFUND_REQUESTED ->
                            refunds.add(bookReturnedPayment.requested(refund(event)));
                    case REFUNDED -> refunds.add(bookReturnedPayment.refunded(refund(event)));
                    default -> throw new PoisonMessage("unknown-type", event.type());
                }
            } catch (IllegalArgumentException | ArithmeticException | NullPointerException wrong) {
                throw new PoisonMessage("malformed-data", event.type() + ' ' + event.id(), wrong);
            }
        }
        accrueOrder.handleAll(paid).then(Flux.concat(refunds).then()).block();
    }

    private static PaidOrder paid(Event event) {
        return EventJson.read(event, OrderPaid.class).paidOrder(event);
    }

    private static ReturnedPayment refund(Event event) {
        return EventJson.read(event, OrderRefund.class).returnedPayment(event);
    }
}
