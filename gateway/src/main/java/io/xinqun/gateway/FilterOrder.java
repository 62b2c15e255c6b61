package io.xinqun.gateway;

import org.springframework.core.Ordered;

/// The order in which a routed request passes the gateway's own filters, top to bottom. Whatever is
/// cheap and refuses most comes first; what touches the body comes last.
public enum FilterOrder implements Ordered {
    /// Turns a silent or missing service into a problem; wraps everything below.
    UNAVAILABLE,
    /// Turns a caller without the route's role away.
    ROLE,
    /// Refuses a caller who asks too much, before a byte of the body is read.
    RATE_LIMIT,
    /// Counts the body's bytes while they pass.
    BODY_LIMIT;

    private static final int FIRST = -200;

    @Override
    public int getOrder() {
        return FIRST + ordinal();
    }
}
