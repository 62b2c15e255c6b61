package io.xinqun.kernel.telemetry;

import io.micrometer.context.ThreadLocalAccessor;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/// Carries the correlation id from the Reactor context into the logs of whatever thread runs.
public final class CorrelationInLogs implements ThreadLocalAccessor<String> {

    @Override
    public Object key() {
        return Correlation.KEY;
    }

    @Override
    public @Nullable String getValue() {
        return MDC.get(Correlation.KEY);
    }

    @Override
    public void setValue(String id) {
        MDC.put(Correlation.KEY, id);
    }

    @Override
    public void setValue() {
        MDC.remove(Correlation.KEY);
    }
}
