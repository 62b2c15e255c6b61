package io.xinqun.gateway.ratelimit;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR;

import io.xinqun.gateway.FilterOrder;
import io.xinqun.gateway.route.Routes;
import io.xinqun.gateway.route.Traffic;
import io.xinqun.gateway.telemetry.GatewayMeters;
import io.xinqun.kernel.problem.CommonProblem;
import io.xinqun.kernel.problem.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Refuses callers who ask more than their limits allow: 429 with `Retry-After`.
public final class RateLimitFilter implements GlobalFilter, Ordered {

    private static final Map<Traffic, List<RateLimits>> BY_TRAFFIC = byTraffic();

    private final Buckets buckets;
    private final CallerAddress address;
    private final GatewayMeters meters;

    public RateLimitFilter(Buckets buckets, CallerAddress address, GatewayMeters meters) {
        this.buckets = buckets;
        this.address = address;
        this.meters = meters;
    }

    private static Map<Traffic, List<RateLimits>> byTraffic() {
        Map<Traffic, List<RateLimits>> all = new EnumMap<>(Traffic.class);
        for (Traffic traffic : Traffic.values()) {
            List<RateLimits> limits = new ArrayList<>();
            for (RateLimits limit : RateLimits.values()) {
                if (limit.counts(traffic)) {
                    limits.add(limit);
                }
            }
            all.put(traffic, List.copyOf(limits));
        }
        return all;
    }

    @Override
    public int getOrder() {
        return FilterOrder.RATE_LIMIT.getOrder();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Route route = exchange.getRequiredAttribute(GATEWAY_ROUTE_ATTR);
        if (!(route.getMetadata().get(Traffic.METADATA) instanceof Routes.Rule rule)) {
            return chain.filter(exchange);
        }
        return exchange.getPrincipal()
                .map(java.security.Principal::getName)
                .defaultIfEmpty("")
                .flatMap(account -> wait(exchange, rule, account))
                .flatMap(wait ->
                        wait.isZero()
                                ? chain.filter(exchange)
                                : Mono.error(refusal(exchange, wait)));
    }

    /// The longest wait that one of the limits asks for; limits that count nobody here are skipped.
    private Mono<Duration> wait(ServerWebExchange exchange, Routes.Rule rule, String account) {
        List<RateLimits> limits = BY_TRAFFIC.getOrDefault(rule.traffic(), List.of());
        return Flux.fromIterable(limits)
                .concatMap(limit -> {
                    String who = who(exchange, limit, rule, account);
                    return who.isEmpty() ? Mono.just(Duration.ZERO) : take(limit, who);
                })
                .reduce(Duration.ZERO, (a, b) -> a.compareTo(b) >= 0 ? a : b);
    }

    private Mono<Duration> take(RateLimits limit, String who) {
        return buckets.take(limit, who)
                .doOnNext(wait -> {
                    if (!wait.isZero()) {
                        meters.rateLimited(limit);
                    }
                });
    }

    private String who(
            ServerWebExchange exchange, RateLimits limit, Routes.Rule rule, String account) {
        return switch (limit.scope()) {
            case ADDRESS -> address.of(exchange.getRequest());
            case USER -> account;
            case KEY ->
                    ServerWebExchangeUtils.getUriTemplateVariables(exchange)
                            .getOrDefault(rule.limitedKey(), "");
        };
    }

    private static Problem refusal(ServerWebExchange exchange, Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        exchange.getResponse().getHeaders().set("Retry-After", Long.toString(seconds));
        return new Problem(CommonProblem.RATE_LIMITED, "Ask again in " + seconds + " s.")
                .with("retryAfterSeconds", seconds);
    }
}
