package io.xinqun.kernel.telemetry;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.xinqun.kernel.event.Event;
import java.util.List;
import java.util.Objects;
import org.slf4j.MDC;

/// Lets the handling of an event run in the trace of its cause, with the trace's id as correlation
/// id in the logs.
public final class EventScope {

    /// The name of the observation, which also is a timer with the tags `group` and `type`.
    public static final String OBSERVATION = "xinqun.event.handle";

    private static final String EVENT_KEY = "eventId";

    private final Event event;
    private final SpanContext cause;

    private EventScope(Event event, SpanContext cause) {
        this.event = event;
        this.cause = cause;
    }

    public static EventScope of(Event event) {
        return new EventScope(event, Traces.parse(event.traceparent()));
    }

    /// A batch has a trace only when all of its events have the same: the lines and events of one
    /// cause must not be found under another's.
    public static EventScope ofAll(List<Event> events) {
        Event first = events.getFirst();
        boolean isOne =
                events.stream()
                        .map(Event::traceparent)
                        .allMatch(trace -> Objects.equals(trace, first.traceparent()));
        return isOne ? of(first) : new EventScope(first, SpanContext.getInvalid());
    }

    public void run(ObservationRegistry registry, String group, Runnable work) {
        MDC.put(EVENT_KEY, event.id());
        if (cause.isValid()) {
            MDC.put(Correlation.KEY, cause.getTraceId());
        }
        try (Scope _ = Context.current().with(Span.wrap(cause)).makeCurrent()) {
            Observation.createNotStarted(OBSERVATION, registry)
                    .contextualName("handle " + event.type())
                    .lowCardinalityKeyValue("group", group)
                    .lowCardinalityKeyValue("type", event.type())
                    .observe(work);
        } finally {
            MDC.remove(EVENT_KEY);
            MDC.remove(Correlation.KEY);
        }
    }
}
