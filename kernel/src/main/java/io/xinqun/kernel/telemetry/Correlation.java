package io.xinqun.kernel.telemetry;

import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/// The id that ties together what belongs to one request: its answers, logs and events. A caller
/// may bring one in `X-Correlation-Id`; otherwise it is the id of the trace.
public final class Correlation {

    public static final String HEADER = "X-Correlation-Id";

    /// The key in logs, in the Reactor context and among the exchange's attributes.
    public static final String KEY = "correlationId";

    private Correlation() {}

    public static @Nullable String of(ServerWebExchange exchange) {
        return exchange.getAttribute(KEY);
    }
}
