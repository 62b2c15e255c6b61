package io.xinqun.gateway.resilience;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR;

import io.xinqun.gateway.FilterOrder;
import io.xinqun.gateway.route.Routes;
import io.xinqun.gateway.route.Traffic;
import io.xinqun.gateway.telemetry.GatewayMeters;
import io.xinqun.kernel.problem.CommonProblem;
import io.xinqun.kernel.problem.Problem;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.factory.RetryGatewayFilterFactory;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServiceUnavailableException;
import org.springframework.core.Ordered;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// Says in one form that a service cannot be reached, is too slow, or is being left alone by its
/// breaker: 503 `unavailable` with the service's name. What a service answers itself passes as is.
///
/// A request that timed out may have had its effect; the caller repeats it with the same
/// `Idempotency-Key`.
public final class UnavailableFilter implements GlobalFilter, Ordered {

    private static final int RETRY_AFTER_SECONDS = 1;

    private final GatewayMeters meters;

    public UnavailableFilter(GatewayMeters meters) {
        this.meters = meters;
    }

    @Override
    public int getOrder() {
        return FilterOrder.UNAVAILABLE.getOrder();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return chain.filter(exchange)
                .onErrorMap(
                        failure -> !exchange.getResponse().isCommitted() && missing(failure),
                        failure -> unavailable(exchange, failure))
                .doFinally(end -> countRetries(exchange));
    }

    /// The retry filter leaves the number of its tries on the exchange.
    private void countRetries(ServerWebExchange exchange) {
        int retries =
                exchange.getAttributeOrDefault(RetryGatewayFilterFactory.RETRY_ITERATION_KEY, 0);
        if (retries > 0) {
            meters.retried(service(exchange), retries);
        }
    }

    /// [ServiceUnavailableException] is an open breaker; a status exception of this filter chain is
    /// the gateway's own 503 or 504: answers of the services are responses, not exceptions.
    private static boolean missing(Throwable failure) {
        return failure instanceof IOException
                || failure instanceof TimeoutException
                || failure instanceof ServiceUnavailableException
                || (failure instanceof ResponseStatusException status
                        && status.getStatusCode().is5xxServerError());
    }

    private Problem unavailable(ServerWebExchange exchange, Throwable failure) {
        exchange.getResponse().getHeaders().set("Retry-After", "" + RETRY_AFTER_SECONDS);
        String service = service(exchange);
        meters.unavailable(service, Absence.of(failure));
        return new Problem(CommonProblem.UNAVAILABLE, service + " does not answer right now.")
                .with("service", service);
    }

    private static String service(ServerWebExchange exchange) {
        Route route = exchange.getRequiredAttribute(GATEWAY_ROUTE_ATTR);
        return route.getMetadata().get(Traffic.METADATA) instanceof Routes.Rule rule
                ? rule.service().id()
                : route.getId();
    }
}
