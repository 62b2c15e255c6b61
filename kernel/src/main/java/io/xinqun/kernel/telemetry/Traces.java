package io.xinqun.kernel.telemetry;

import io.micrometer.observation.Observation;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// The trace that the running code belongs to, in the W3C form that travels in headers and events.
public final class Traces {

    /// Version 00 of https://www.w3.org/TR/trace-context/.
    private static final Pattern W3C =
            Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})");

    private static final int LENGTH = 55;

    private Traces() {}

    /// Builds work in the trace of the request that subscribes it, so that what is built at once,
    /// such as the events of a document, can ask for [#current].
    ///
    /// State: without a request in the Reactor context the thread's own trace stays. Reactor could
    /// carry the trace to every thread and operator by itself; that took more than half of the
    /// processor time of order-service (56 % of the samples while it accepted orders).
    public static <T> Mono<T> within(Supplier<Mono<T>> work) {
        return Mono.deferContextual(context -> {
            Observation request = context.getOrDefault(ObservationThreadLocalAccessor.KEY, null);
            if (request == null) {
                return work.get();
            }
            try (Observation.Scope _ = request.openScope()) {
                return work.get();
            }
        });
    }

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

    /// The same `traceparent` when it is one, else null: what others send is not stored unseen.
    public static @Nullable String proper(@Nullable String traceparent) {
        return parse(traceparent).isValid() ? traceparent : null;
    }

    /// Whether the trace is recorded: by the caller's wish, or because it fell into the sample.
    static boolean isRecorded(@Nullable String traceparent) {
        boolean isMarked =
                traceparent != null
                        && traceparent.length() == LENGTH
                        && Character.digit(traceparent.charAt(LENGTH - 1), 16) % 2 == 1;
        if (!isMarked) {
            return false;
        }
        SpanContext span = parse(traceparent);
        return span.isValid() && span.isSampled();
    }

    /// The span that a `traceparent` names; not valid when there is none or it is none.
    static SpanContext parse(@Nullable String traceparent) {
        Matcher parts = W3C.matcher(traceparent == null ? "" : traceparent);
        return parts.matches()
                ? SpanContext.createFromRemoteParent(
                        parts.group(1),
                        parts.group(2),
                        TraceFlags.fromHex(parts.group(3), 0),
                        TraceState.getDefault())
                : SpanContext.getInvalid();
    }
}
