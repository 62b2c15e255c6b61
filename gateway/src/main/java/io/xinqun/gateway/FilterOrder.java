package io.xinqun.gateway;

import org.springframework.core.Ordered;

/// The order in which a routed request passes the gateway's own filters, top to bottom. Whatever is
/// cheap and refuses most comes first; what touches the body comes last. All are before Spring
/// Cloud Gateway's routing, whose filters begin at 10,000.
public enum FilterOrder implements Ordered {
    /// Names the route for logs and metrics, whatever becomes of the request.
    ROUTE_NAME(-201),
    /// Turns a silent or missing service into a problem; wraps everything below.
    UNAVAILABLE(-200),
    /// Turns a caller without the route's role away.
    ROLE(-199),
    /// Refuses a caller who asks too much, before a byte of the body is read.
    RATE_LIMIT(-198),
    /// Counts the body's bytes while they pass.
    BODY_LIMIT(-197);

    private final int order;

    FilterOrder(int order) {
        this.order = order;
    }

    @Override
    public int getOrder() {
        return order;
    }
}
