package io.xinqun.gateway.configuration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// What an operator sets on a gateway.
///
/// Shape: one address list per service, several addresses are several instances of it.
@Validated
@ConfigurationProperties("xinqun.gateway")
public record GatewayProperties(
        @NotEmpty List<URI> catalog,
        @NotEmpty List<URI> order,
        @NotEmpty List<URI> community,
        @NotEmpty List<URI> commission,
        @NotEmpty String redis,
        @DefaultValue("0") @Min(0) @Max(10) int trustedProxies,
        @DefaultValue("1") @Min(1) @Max(10_000) int limitScale,
        @DefaultValue List<String> allowedOrigins) {}
