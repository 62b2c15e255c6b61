package io.xinqun.kernel.telemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import org.jspecify.annotations.Nullable;

/// The trace that the running code belongs to, in the W3C form that travels in headers and events.
public final class Traces {

    private Traces() {}

    /// The present `traceparent`, or null where nothing is traced.
    public static @Nullable String current() {
        SpanContext context = Span.current().getSpanContext();
        return context.isValid()
                ? "00-"
                        + context.getTraceId()
                        + "-"
                        + context.getSpanId()
                        + "-"
                        + context.getTraceFlags().asHex()
                : null;
    }
}
