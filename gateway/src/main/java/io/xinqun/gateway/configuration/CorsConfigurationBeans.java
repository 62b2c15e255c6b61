package io.xinqun.gateway.configuration;

import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.cors.reactive.UrlBasedCorsConfigurationSource;

/// Which web pages may call from a browser: those whose origin the operator lists, nobody else.
/// Mini-programs and apps are no browsers and need none of this.
@Configuration(proxyBeanMethods = false)
class CorsConfigurationBeans {

    /// Before the access rules, since a browser's preflight carries no token.
    private static final int BEFORE_ACCESS = Ordered.HIGHEST_PRECEDENCE + 10;

    private static final Duration PREFLIGHT_KEPT = Duration.ofHours(1);

    @Bean
    @Order(BEFORE_ACCESS)
    CorsWebFilter corsWebFilter(GatewayProperties properties) {
        CorsConfiguration listed = new CorsConfiguration();
        listed.setAllowedOrigins(properties.allowedOrigins());
        listed.setAllowedMethods(List.of("GET", "POST", "PUT", "PATCH", "DELETE"));
        listed.setAllowedHeaders(
                List.of(
                        "Authorization",
                        "Attribution-Token",
                        "Content-Type",
                        "Idempotency-Key",
                        "Last-Event-ID",
                        "X-Correlation-Id"));
        listed.setExposedHeaders(List.of("Location", "Retry-After", "X-Correlation-Id"));
        listed.setMaxAge(PREFLIGHT_KEPT);
        UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/api/**", listed);
        return new CorsWebFilter(source);
    }
}
