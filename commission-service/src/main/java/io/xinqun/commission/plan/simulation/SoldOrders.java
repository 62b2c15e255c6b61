package io.xinqun.commission.plan.simulation;

import io.xinqun.commission.ledger.sold.SoldOrder;
import reactor.core.publisher.Mono;

/// Orders that were paid.
public interface SoldOrders {

    /// Empty for an order that was never paid, or of which only the money was kept.
    Mono<SoldOrder> find(String orderId);
}
