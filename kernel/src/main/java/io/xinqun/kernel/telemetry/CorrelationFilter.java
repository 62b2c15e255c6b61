package io.xinqun.kernel.telemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.xinqun.kernel.identity.Ids;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// Gives every request its correlation id: from the header when the caller brought a proper one,
/// else the trace's id, and answers it in the same header.
///
/// State: the id is in the exchange, the response and the Reactor context.
public final class CorrelationFilter implements WebFilter, Ordered {

    /// What others send is written into logs, so it is short and has no white space or control
    /// characters.
    private static final Pattern PROPER = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    private final Ids ids;

    public CorrelationFilter(Ids ids) {
        this.ids = ids;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return Traces.within(() -> {
            String given = exchange.getRequest().getHeaders().getFirst(Correlation.HEADER);
            String id = idOf(given);
            String trace = Traces.current();
            if (Traces.isRecorded(trace)) {
                traceAnswer(exchange, trace);
            }
            exchange.getAttributes().put(Correlation.KEY, id);
            exchange.getResponse().getHeaders().set(Correlation.HEADER, id);
            return chain.filter(exchange).contextWrite(context -> context.put(Correlation.KEY, id));
        });
    }

    /// When the answer leaves, because only then its status is known, an error's too.
    private static void traceAnswer(ServerWebExchange exchange, @Nullable String trace) {
        long begin = System.nanoTime();
        exchange.getResponse()
                .beforeCommit(() -> {
                    TraceLog.step(
                            trace,
                            "{} {} answered {} in {} ms",
                            exchange.getRequest().getMethod(),
                            Correlation.route(exchange),
                            Objects.requireNonNullElse(
                                    exchange.getResponse().getStatusCode(), HttpStatus.OK),
                            Duration.ofNanos(System.nanoTime() - begin).toMillis());
                    return Mono.empty();
                });
    }

    private String idOf(@Nullable String given) {
        if (given != null && PROPER.matcher(given).matches()) {
            return given;
        }
        SpanContext trace = Span.current().getSpanContext();
        return trace.isValid() ? trace.getTraceId() : ids.next();
    }
}
