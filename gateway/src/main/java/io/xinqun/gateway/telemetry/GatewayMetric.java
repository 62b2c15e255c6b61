package io.xinqun.gateway.telemetry;

import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.docs.MeterDocumentation;

/// What the gateway measures of its protections; those of frameworks are named by their own names.
public enum GatewayMetric implements MeterDocumentation {
    /// Requests refused because their caller asked too much, by `limit`.
    RATE_LIMITED("xinqun.gateway.rate.limited", Meter.Type.COUNTER),
    /// Requests limited by this instance alone, because Redis did not answer in time.
    LIMITED_ALONE("xinqun.gateway.limited.alone", Meter.Type.COUNTER),
    /// Bodies refused for their size, by kind of `traffic`.
    BODY_TOO_LARGE("xinqun.gateway.body.too.large", Meter.Type.COUNTER),
    /// Requests answered 503 in place of a `service`, by `reason`: `slow` (its time is over),
    /// `no-connection`, `pool-full` (as many connections as there may be), `breaker-open`, `other`.
    UNAVAILABLE("xinqun.gateway.unavailable", Meter.Type.COUNTER),
    /// Requests brought to another instance of a `service`, because the first took no connection.
    RETRIED("xinqun.gateway.retried", Meter.Type.COUNTER),
    /// 1 for the `state` in which the breaker of a service (`name`) is. Alert: open.
    BREAKER_STATE("resilience4j.circuitbreaker.state", Meter.Type.GAUGE),
    /// Requests that wait for one of the connections to a service.
    POOL_PENDING("reactor.netty.connection.provider.pending.connections", Meter.Type.GAUGE);

    private final String name;
    private final Meter.Type type;

    GatewayMetric(String name, Meter.Type type) {
        this.name = name;
        this.type = type;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public Meter.Type getType() {
        return type;
    }

    @Override
    public KeyName[] getKeyNames() {
        return switch (this) {
            case RATE_LIMITED -> new KeyName[] {Key.LIMIT};
            case BODY_TOO_LARGE -> new KeyName[] {Key.TRAFFIC};
            case UNAVAILABLE -> new KeyName[] {Key.SERVICE, Key.REASON};
            case RETRIED -> new KeyName[] {Key.SERVICE};
            default -> new KeyName[0];
        };
    }

    /// What the meters are told apart by.
    public enum Key implements KeyName {
        LIMIT("limit"),
        TRAFFIC("traffic"),
        SERVICE("service"),
        REASON("reason");

        private final String tag;

        Key(String tag) {
            this.tag = tag;
        }

        @Override
        public String asString() {
            return tag;
        }
    }
}
