package io.xinqun.kernel.telemetry;

import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;

/// The id that ties together what belongs to one request: its answers, logs and events. A caller
/// may bring one in `X-Correlation-Id`; otherwise it is the id of the trace.
public final class Correlation {

    public static final String HEADER = "X-Correlation-Id";

    /// The key in logs, in the Reactor context and among the exchange's attributes.
    public static final String KEY = "correlationId";

    private Correlation() {}

    /// The request's route, such as `/api/v1/orders/{id}`, for logs: what a caller puts into a path
    /// is nobody's business there. `?` when no route was found.
    public static String route(ServerWebExchange exchange) {
        Object pattern = exchange.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return pattern == null ? "?" : pattern.toString();
    }

    public static @Nullable String of(ServerWebExchange exchange) {
        return exchange.getAttribute(KEY);
    }
}
