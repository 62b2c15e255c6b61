package io.xinqun.gateway.bodylimit;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR;

import io.xinqun.gateway.FilterOrder;
import io.xinqun.gateway.route.Routes;
import io.xinqun.gateway.route.Traffic;
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
        long limit = rule.traffic().bodyLimitBytes();
        if (limit == Long.MAX_VALUE) {
            return chain.filter(exchange);
        }
        long announced = exchange.getRequest().getHeaders().getContentLength();
        if (announced > limit) {
            return Mono.error(tooLarge(limit));
        }
        if (announced >= 0) {
            return chain.filter(exchange);
        }
        return chain.filter(exchange.mutate().request(counted(exchange, limit)).build());
    }

    private static ServerHttpRequest counted(ServerWebExchange exchange, long limit) {
        return new ServerHttpRequestDecorator(exchange.getRequest()) {
            @Override
            public Flux<DataBuffer> getBody() {
                AtomicLong passed = new AtomicLong();
                return super.getBody()
                        .handle((buffer, sink) -> {
                            if (passed.addAndGet(buffer.readableByteCount()) > limit) {
                                DataBufferUtils.release(buffer);
                                sink.error(tooLarge(limit));
                            } else {
                                sink.next(buffer);
                            }
                        });
            }
        };
    }

    private static Problem tooLarge(long limit) {
        return new Problem(
                        CommonProblem.BODY_TOO_LARGE,
                        "The body may have " + limit + " bytes at most.")
                .with("limitBytes", limit);
    }
}
