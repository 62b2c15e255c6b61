package io.xinqun.gateway.telemetry;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;

/// Counts what the gateway keeps from its services, and what it answers in their place.
///
/// State: tags are constants and names of services, never what a caller sent.
public final class GatewayMeters {

    private final MeterRegistry registry;

    public GatewayMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    public void rateLimited(Enum<?> limit) {
        count(GatewayMetric.RATE_LIMITED, GatewayMetric.Key.LIMIT.asString(), word(limit));
    }

    public void limitedAlone() {
        count(GatewayMetric.LIMITED_ALONE);
    }

    public void bodyTooLarge(Enum<?> traffic) {
        count(GatewayMetric.BODY_TOO_LARGE, GatewayMetric.Key.TRAFFIC.asString(), word(traffic));
    }

    public void unavailable(String service, Enum<?> reason) {
        count(
                GatewayMetric.UNAVAILABLE,
                GatewayMetric.Key.SERVICE.asString(),
                service,
                GatewayMetric.Key.REASON.asString(),
                word(reason));
    }

    public void retried(String service, int times) {
        registry.counter(
                        GatewayMetric.RETRIED.getName(),
                        GatewayMetric.Key.SERVICE.asString(),
                        service)
                .increment(times);
    }

    private void count(GatewayMetric metric, String... tags) {
        registry.counter(metric.getName(), tags).increment();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
