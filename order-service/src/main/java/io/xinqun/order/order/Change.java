package io.xinqun.order.order;

import java.util.List;

/// The next form of an order with what it tells and asks, written in one step.
///
/// State: the events' sequences are the last ones of the order, in their order.
public record Change(Order order, List<OrderEvent> events, List<StockCommand> commands) {

    public Change {
        events = List.copyOf(events);
        commands = List.copyOf(commands);
    }

    /// The sequence of the first event.
    public long firstSequence() {
        return order.sequence() - events.size() + 1;
    }
}
