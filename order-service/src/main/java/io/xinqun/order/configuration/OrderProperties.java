package io.xinqun.order.configuration;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// What an operator may set about orders (`xinqun.order.*`).
///
/// Shape: `paymentDeadline` is how long a buyer may take; `grace` how much longer the stock is
/// held; `sweepEvery` how often due orders are looked for.
@Validated
@ConfigurationProperties("xinqun.order")
public record OrderProperties(
        @NotNull @DefaultValue("30m") Duration paymentDeadline,
        @NotNull @DefaultValue("10m") Duration grace,
        @NotNull @DefaultValue("1s") Duration sweepEvery) {

    public OrderProperties {
        if (!paymentDeadline.isPositive() || !grace.isPositive() || !sweepEvery.isPositive()) {
            throw new IllegalArgumentException("xinqun.order durations are positive");
        }
    }
}
