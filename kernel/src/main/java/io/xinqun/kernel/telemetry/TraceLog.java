package io.xinqun.kernel.telemetry;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/// The way of one request through all programs, a line a step: whoever has its trace id finds the
/// lines of all logs. Only traces that are recorded have them, by the caller's wish (the flag `01`
/// in its `traceparent`) or by the sample (`management.tracing.sampling.probability`); for all
/// others a step costs a comparison.
///
/// Shape: every line has `traceId` and `correlationId`, and ids in its text; never what somebody
/// typed in.
public final class TraceLog {

    /// The key in logs, the same that Micrometer uses.
    public static final String TRACE_KEY = "traceId";

    private static final Logger LOG = LoggerFactory.getLogger(TraceLog.class);

    private TraceLog() {}

    /// Writes a line in this trace, if it is recorded; `text` has a `{}` for each part.
    public static void step(@Nullable String traceparent, String text, Object... parts) {
        if (Traces.isRecorded(traceparent)) {
            run(Traces.parse(traceparent).getTraceId(), () -> LOG.info(text, parts));
        }
    }

    /// Work whose lines have this trace id.
    private static void run(String traceId, Runnable work) {
        String outerTrace = MDC.get(TRACE_KEY);
        String outerCorrelation = MDC.get(Correlation.KEY);
        MDC.put(TRACE_KEY, traceId);
        MDC.put(Correlation.KEY, traceId);
        try {
            work.run();
        } finally {
            restore(TRACE_KEY, outerTrace);
            restore(Correlation.KEY, outerCorrelation);
        }
    }

    private static void restore(String key, @Nullable String outer) {
        if (outer == null) {
            MDC.remove(key);
        } else {
            MDC.put(key, outer);
        }
    }
}
