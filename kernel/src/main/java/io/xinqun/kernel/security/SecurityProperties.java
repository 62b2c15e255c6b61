package io.xinqun.kernel.security;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Where keys come from and how tokens are checked (`xinqun.security.*`).
///
/// Shape: `jwks` is the location of the public keys (`file:` or `http(s):`); `signingKeys` a file
/// with private keys, the first signs; `dataKeys` a file with personal-data keys.
@Validated
@ConfigurationProperties("xinqun.security")
public record SecurityProperties(
        @Nullable String jwks,
        @Nullable String signingKeys,
        @Nullable String dataKeys,
        @DefaultValue("xinqun") String issuer,
        @NotNull @DefaultValue("30s") Duration clockSkew,
        @NotNull @DefaultValue("5m") Duration reread,
        @NotNull @DefaultValue("10s") Duration refreshPause,
        @DefaultValue("10000") int cachedTokens) {}
