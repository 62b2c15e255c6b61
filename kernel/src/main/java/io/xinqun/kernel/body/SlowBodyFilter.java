package io.xinqun.kernel.body;

import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/// Answers a caller whose body stops on its way, or drips, with 408 `body-too-slow`. Without it
/// such a request waits for ever, because no time-out of an answer has begun.
public final class SlowBodyFilter implements WebFilter, Ordered {

    private final BodyPace pace;
    private final Scheduler timer;

    public SlowBodyFilter(BodyPace pace, Scheduler timer) {
        this.pace = pace;
        this.timer = timer;
    }

    /// Around whatever reads the body.
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 110;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return hasBody(exchange.getRequest().getHeaders())
                ? chain.filter(exchange.mutate().request(paced(exchange.getRequest())).build())
                : chain.filter(exchange);
    }

    private static boolean hasBody(HttpHeaders headers) {
        return headers.getContentLength() > 0 || headers.containsHeader("Transfer-Encoding");
    }

    private ServerHttpRequest paced(ServerHttpRequest request) {
        return new ServerHttpRequestDecorator(request) {
            @Override
            public Flux<DataBuffer> getBody() {
                return PacedBody.of(super.getBody(), pace, timer);
            }
        };
    }
}
