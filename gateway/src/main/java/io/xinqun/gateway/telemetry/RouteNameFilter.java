package io.xinqun.gateway.telemetry;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_PREDICATE_MATCHED_PATH_ATTR;

import io.xinqun.gateway.FilterOrder;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// Names a request by its route's pattern, as controllers do by theirs, so that logs and the metric
/// `http.server.requests` tell `/api/v1/orders/{id}` and never what somebody put into the path.
public final class RouteNameFilter implements GlobalFilter, Ordered {

    @Override
    public int getOrder() {
        return FilterOrder.ROUTE_NAME.getOrder();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        String pattern = exchange.getAttribute(GATEWAY_PREDICATE_MATCHED_PATH_ATTR);
        if (pattern != null) {
            exchange.getAttributes().put(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, pattern);
            ServerRequestObservationContext.findCurrent(exchange.getAttributes())
                    .ifPresent(request -> request.setPathPattern(pattern));
        }
        return chain.filter(exchange);
    }
}
