package io.xinqun.gateway.configuration;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.micrometer.core.instrument.MeterRegistry;
import io.xinqun.gateway.authentication.RoleFilter;
import io.xinqun.gateway.bodylimit.BodyLimitFilter;
import io.xinqun.gateway.openapi.OpenApiDocuments;
import io.xinqun.gateway.ratelimit.BucketSizes;
import io.xinqun.gateway.ratelimit.Buckets;
import io.xinqun.gateway.ratelimit.CallerAddress;
import io.xinqun.gateway.ratelimit.FallbackBuckets;
import io.xinqun.gateway.ratelimit.OwnBuckets;
import io.xinqun.gateway.ratelimit.RateLimitFilter;
import io.xinqun.gateway.ratelimit.SharedBuckets;
import io.xinqun.gateway.resilience.UnavailableFilter;
import io.xinqun.gateway.route.Service;
import io.xinqun.gateway.telemetry.GatewayMeters;
import io.xinqun.gateway.telemetry.RouteNameFilter;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.web.reactive.function.client.WebClient;
import tools.jackson.databind.json.JsonMapper;

/// The gateway's own parts, put together.
@Configuration(proxyBeanMethods = false)
@Import(OpenPathBeans.class)
class GatewayConfiguration {

    /// Buckets kept in memory: at some 300 bytes each, 30 MB at most.
    private static final int BUCKETS_IN_MEMORY = 100_000;

    @Bean
    GatewayMeters gatewayMeters(MeterRegistry registry) {
        return new GatewayMeters(registry);
    }

    @Bean
    BucketSizes bucketSizes(GatewayProperties properties) {
        return new BucketSizes(properties.limitScale());
    }

    @Bean(destroyMethod = "shutdown")
    RedisClient limitsRedis() {
        RedisClient client = RedisClient.create();
        client.setOptions(
                ClientOptions.builder()
                        .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                        .build());
        return client;
    }

    @Bean
    SharedBuckets sharedBuckets(
            RedisClient redis, GatewayProperties properties, BucketSizes sizes) {
        return new SharedBuckets(
                redis, RedisURI.create(properties.redis()), sizes, BUCKETS_IN_MEMORY);
    }

    @Bean
    @Primary
    Buckets buckets(SharedBuckets shared, BucketSizes sizes, Clock clock, GatewayMeters meters) {
        return new FallbackBuckets(shared, new OwnBuckets(sizes, BUCKETS_IN_MEMORY), clock, meters);
    }

    @Bean
    RateLimitFilter rateLimitFilter(
            Buckets buckets, GatewayProperties properties, GatewayMeters meters) {
        return new RateLimitFilter(buckets, new CallerAddress(properties.trustedProxies()), meters);
    }

    @Bean
    RouteNameFilter routeNameFilter() {
        return new RouteNameFilter();
    }

    @Bean
    RoleFilter roleFilter() {
        return new RoleFilter();
    }

    @Bean
    BodyLimitFilter bodyLimitFilter(GatewayMeters meters) {
        return new BodyLimitFilter(meters);
    }

    @Bean
    UnavailableFilter unavailableFilter(GatewayMeters meters) {
        return new UnavailableFilter(meters);
    }

    @Bean
    OpenApiDocuments openApiDocuments(JsonMapper json, GatewayProperties properties) {
        Map<String, URI> services = new LinkedHashMap<>();
        for (Service service : Service.values()) {
            services.put(
                    service.id(), RouteConfiguration.addresses(properties, service).getFirst());
        }
        return new OpenApiDocuments(WebClient.builder(), json, services);
    }
}
