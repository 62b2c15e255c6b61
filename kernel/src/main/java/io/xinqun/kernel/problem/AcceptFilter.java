package io.xinqun.kernel.problem;

import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// Refuses a caller of `/api` who accepts nothing that is ever answered, before the request has its
/// effect: the framework would find out only when it writes the answer.
public final class AcceptFilter implements WebFilter, Ordered {

    private static final String API = "/api/";
    private static final List<MediaType> ANSWERS =
            List.of(
                    MediaType.APPLICATION_JSON,
                    MediaType.APPLICATION_PROBLEM_JSON,
                    MediaType.TEXT_EVENT_STREAM);

    /// After the correlation id is known, before anything is decided.
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 100;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        boolean isRefused =
                exchange.getRequest().getPath().value().startsWith(API) && !accepts(exchange);
        return isRefused
                ? Mono.error(
                        new Problem(
                                CommonProblem.NOT_ACCEPTABLE,
                                "Answers are JSON or server-sent events"))
                : chain.filter(exchange);
    }

    private static boolean accepts(ServerWebExchange exchange) {
        try {
            List<MediaType> accepted = exchange.getRequest().getHeaders().getAccept();
            return accepted.isEmpty()
                    || accepted.stream()
                            .anyMatch(wish -> ANSWERS.stream().anyMatch(wish::isCompatibleWith));
        } catch (InvalidMediaTypeException unreadable) {
            return false;
        }
    }
}
