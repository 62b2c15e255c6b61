package io.xinqun.gateway.bodylimit;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR;

import io.xinqun.gateway.FilterOrder;
import io.xinqun.gateway.route.Routes;
import io.xinqun.gateway.route.Traffic;
import io.xinqun.gateway.telemetry.GatewayMeters;
import io.xinqun.kernel.problem.CommonProblem;
import io.xinqun.kernel.problem.Problem;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Refuses a body that is larger than its route allows: at once when the caller says its length,
/// else as soon as the bytes that passed exceed the limit. Nothing is buffered.
public final class BodyLimitFilter implements GlobalFilter, Ordered {

    private final GatewayMeters meters;

    public BodyLimitFilter(GatewayMeters meters) {
        this.meters = meters;
    }

    @Override
    public int getOrder() {
        return FilterOrder.BODY_LIMIT.getOrder();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Route route = exchange.getRequiredAttribute(GATEWAY_ROUTE_ATTR);
        if (!(route.getMetadata().get(Traffic.METADATA) instanceof Routes.Rule rule)) {
            return chain.filter(exchange);
        }
        Traffic traffic = rule.traffic();
        if (traffic.bodyLimitBytes() == Long.MAX_VALUE) {
            return chain.filter(exchange);
        }
        long announced = exchange.getRequest().getHeaders().getContentLength();
        if (announced > traffic.bodyLimitBytes()) {
            return Mono.error(tooLarge(traffic));
        }
        if (announced >= 0) {
            return chain.filter(exchange);
        }
        return chain.filter(exchange.mutate().request(counted(exchange, traffic)).build());
    }

    private ServerHttpRequest counted(ServerWebExchange exchange, Traffic traffic) {
        return new ServerHttpRequestDecorator(exchange.getRequest()) {
            @Override
            public Flux<DataBuffer> getBody() {
                AtomicLong passed = new AtomicLong();
                return super.getBody()
                        .handle((buffer, sink) -> {
                            long bytes = passed.addAndGet(buffer.readableByteCount());
                            if (bytes > traffic.bodyLimitBytes()) {
                                DataBufferUtils.release(buffer);
                                sink.error(tooLarge(traffic));
                            } else {
                                sink.next(buffer);
                            }
                        });
            }
        };
    }

    private Problem tooLarge(Traffic traffic) {
        meters.bodyTooLarge(traffic);
        long limit = traffic.bodyLimitBytes();
        return new Problem(
                        CommonProblem.BODY_TOO_LARGE,
                        "The body may have " + limit + " bytes at most.")
                .with("limitBytes", limit);
    }
}
