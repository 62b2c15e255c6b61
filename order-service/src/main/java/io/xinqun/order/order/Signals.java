package io.xinqun.order.order;

import java.util.Collection;
import reactor.core.publisher.Flux;

/// Tells those who wait for an order, on whichever instance, that it moved.
///
/// State: a hint and never the truth: it may be lost, so who waits reads the order in the end.
public interface Signals {

    /// Never blocks and never fails.
    void moved(Collection<Moved> moves);

    /// The states that the order reaches from the subscription on.
    Flux<OrderState.Name> of(String orderId);

    /// Whether other instances are heard; if not, who waits has to look for himself.
    boolean reachOthers();

    /// One order and the state that it reached.
    record Moved(String orderId, OrderState.Name state) {}
}
