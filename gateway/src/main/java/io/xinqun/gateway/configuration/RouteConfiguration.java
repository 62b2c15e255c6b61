package io.xinqun.gateway.configuration;

import io.xinqun.gateway.route.Routes;
import io.xinqun.gateway.route.Service;
import io.xinqun.gateway.route.Traffic;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import org.springframework.cloud.client.discovery.ReactiveDiscoveryClient;
import org.springframework.cloud.gateway.filter.factory.RetryGatewayFilterFactory;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.Buildable;
import org.springframework.cloud.gateway.route.builder.GatewayFilterSpec;
import org.springframework.cloud.gateway.route.builder.PredicateSpec;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.cloud.gateway.support.RouteMetadataUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/// Turns the table of routes into Spring Cloud Gateway's.
@Configuration(proxyBeanMethods = false)
class RouteConfiguration {

    /// A connection that was not made never carried the request, so another instance may be asked,
    /// whatever the method; other requests turn the wheel meanwhile, so three retries pass one dead
    /// instance of two in fifteen cases of sixteen.
    private static final int RETRIES_WITHOUT_CONNECTION = 3;

    @Bean
    RouteLocator routes(RouteLocatorBuilder builder) {
        RouteLocatorBuilder.Builder routes = builder.routes();
        for (Routes.Rule rule : Routes.table()) {
            routes.route(rule.id(), spec -> route(spec, rule));
        }
        return routes.build();
    }

    private static Buildable<Route> route(PredicateSpec spec, Routes.Rule rule) {
        return spec.method(rule.methods().toArray(HttpMethod[]::new))
                .and()
                .path(rule.paths().toArray(String[]::new))
                .filters(filters -> guarded(filters, rule.service()))
                .metadata(Traffic.METADATA, rule)
                .metadata(
                        RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR,
                        (int) rule.traffic().responseTimeout().toMillis())
                .uri(rule.service().balancedUri());
    }

    private static GatewayFilterSpec guarded(GatewayFilterSpec filters, Service service) {
        return filters.circuitBreaker(breaker -> breaker.setName(service.id()))
                .retry(RouteConfiguration::withoutConnection);
    }

    @SuppressWarnings("unchecked") // a generic array of one class, made by the varargs call
    private static void withoutConnection(RetryGatewayFilterFactory.RetryConfig retry) {
        retry.allMethods()
                .setRetries(RETRIES_WITHOUT_CONNECTION)
                .setSeries()
                .setExceptions(ConnectException.class, UnknownHostException.class);
    }

    @Bean
    ReactiveDiscoveryClient configuredInstances(GatewayProperties properties) {
        return new ConfiguredInstances(properties);
    }

    static List<URI> addresses(GatewayProperties properties, Service service) {
        return switch (service) {
            case CATALOG -> properties.catalog();
            case ORDER -> properties.order();
            case COMMUNITY -> properties.community();
            case COMMISSION -> properties.commission();
        };
    }
}
