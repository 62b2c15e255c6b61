package io.xinqun.order.publishing;

import io.xinqun.kernel.event.Actor;
import io.xinqun.kernel.event.EventJson;
import io.xinqun.kernel.outbox.OutboxEntry;
import io.xinqun.kernel.outbox.OutboxTemplate;
import io.xinqun.kernel.telemetry.Traces;
import io.xinqun.kernel.total.Slots;
import io.xinqun.order.order.Change;
import io.xinqun.order.order.Order;
import io.xinqun.order.order.OrderEvent;
import io.xinqun.order.order.Orders.Answer;
import io.xinqun.order.order.StockCommand;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Turns what happened to an order into the events and commands of the contracts.
///
/// Shape: events on `order.events.v1`, key and subject the order; commands on
/// `catalog.stock-command.v1`, key the slot of their unit. State: ids are derived, so the same
/// cause gives the same bytes' id.
public final class OrderPublishing {

    /// Everything about orders, in the order in which it happened.
    public static final String EVENTS = "order.events.v1";

    /// What the owner of the stock is asked.
    public static final String STOCK_COMMANDS = "catalog.stock-command.v1";

    /// The only reason for which an order is refused.
    private static final String SOLD_OUT = "sold-out";

    private final Slots slots;
    private final Clock clock;

    public OrderPublishing(Slots slots, Clock clock) {
        this.slots = slots;
        this.clock = clock;
    }

    public List<OutboxEntry> entries(Change change, @Nullable String placedIn) {
        Instant now = clock.instant();
        String trace = placedIn == null || isByBuyer(change) ? Traces.current() : placedIn;
        List<OutboxEntry> entries = new ArrayList<>();
        long sequence = change.firstSequence();
        for (OrderEvent event : change.events()) {
            entries.add(event(change.order(), event, sequence++, new Stamp(now, trace)));
        }
        for (StockCommand command : change.commands()) {
            entries.add(command(change.order(), command, new Stamp(now, trace)));
        }
        return entries;
    }

    public OutboxTemplate template(Answer answer, long sequence, Instant now) {
        Object data =
                answer == Answer.HELD
                        ? new EventData.Accepted(OutboxTemplate.ID, now)
                        : new EventData.Refused(OutboxTemplate.ID, SOLD_OUT, now);
        String type = answer == Answer.HELD ? "order.accepted.v1" : "order.refused.v1";
        String json = new String(EventJson.write(data), StandardCharsets.UTF_8);
        return new OutboxTemplate(EVENTS, type, sequence, null, null, now, json);
    }

    private record Stamp(Instant at, @Nullable String trace) {}

    private static OutboxEntry event(Order order, OrderEvent event, long sequence, Stamp stamp) {
        return new OutboxEntry(
                order.id() + ":" + sequence,
                EVENTS,
                order.id(),
                type(event),
                sequence,
                null,
                actor(order, event),
                stamp.trace(),
                stamp.at(),
                EventJson.write(data(order, event, stamp.at())));
    }

    private static String type(OrderEvent event) {
        return switch (event) {
            case OrderEvent.Placed placed -> "order.placed.v1";
            case OrderEvent.Accepted accepted -> "order.accepted.v1";
            case OrderEvent.Refused refused -> "order.refused.v1";
            case OrderEvent.Expired expired -> "order.expired.v1";
            case OrderEvent.Cancelled cancelled -> "order.cancelled.v1";
            case OrderEvent.Paid paid -> "order.paid.v1";
            case OrderEvent.RefundRequested requested -> "order.refund-requested.v1";
            case OrderEvent.Refunded refunded -> "order.refunded.v1";
        };
    }

    private static Object data(Order order, OrderEvent event, Instant at) {
        String id = order.id();
        String buyer = order.terms().buyer();
        return switch (event) {
            case OrderEvent.Placed placed -> EventData.Placed.of(order.terms());
            case OrderEvent.Accepted accepted -> new EventData.Accepted(id, at);
            case OrderEvent.Refused refused -> new EventData.Refused(id, SOLD_OUT, at);
            case OrderEvent.Expired expired -> new EventData.Expired(id, buyer, at);
            case OrderEvent.Cancelled cancelled -> new EventData.Cancelled(id, buyer, at);
            case OrderEvent.Paid paid -> PaidData.of(order.terms(), paid.receipt());
            case OrderEvent.RefundRequested asked -> EventData.Refunds.of(asked.refund(), at);
            case OrderEvent.Refunded refunded -> EventData.Refunds.of(refunded.refund(), at);
        };
    }

    /// Only what the buyer did himself has an actor.
    private static @Nullable Actor actor(Order order, OrderEvent event) {
        return isByBuyer(event) ? new Actor(order.terms().buyer(), "consumer") : null;
    }

    private static boolean isByBuyer(Change change) {
        return change.events().stream().anyMatch(OrderPublishing::isByBuyer);
    }

    private static boolean isByBuyer(OrderEvent event) {
        return event instanceof OrderEvent.Placed || event instanceof OrderEvent.Cancelled;
    }

    private OutboxEntry command(Order order, StockCommand command, Stamp stamp) {
        return new OutboxEntry(
                command.id(),
                STOCK_COMMANDS,
                slots.topicKey(command.unit()),
                "stock." + command.verb().code() + ".v1",
                0,
                order.id() + ":" + order.sequence(),
                null,
                stamp.trace(),
                stamp.at(),
                EventJson.write(data(order, command)));
    }

    private static Object data(Order order, StockCommand command) {
        String reference = command.reference();
        return switch (command.verb()) {
            case RESERVE ->
                    new EventData.Reserve(
                            reference, command.unit(), command.quantity(), heldUntil(command));
            case CONFIRM -> new EventData.Confirm(reference, command.unit());
            case RELEASE -> new EventData.Release(reference, command.unit(), reason(order));
        };
    }

    private static Instant heldUntil(StockCommand reserve) {
        Instant expiresAt = reserve.expiresAt();
        if (expiresAt == null) {
            throw new IllegalArgumentException("a reserve says until when: " + reserve.id());
        }
        return expiresAt;
    }

    private static String reason(Order order) {
        return switch (order.state().name()) {
            case EXPIRED -> "expired";
            case CANCELLED -> "cancelled";
            case RETAKING -> "paid-late";
            default -> "sold-out-elsewhere";
        };
    }
}
