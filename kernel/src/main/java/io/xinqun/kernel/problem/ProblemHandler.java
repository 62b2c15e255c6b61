package io.xinqun.kernel.problem;

import io.xinqun.kernel.telemetry.Correlation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// Answers every exception with `application/problem+json`: stable code, title in the caller's
/// language, correlation id, never a stack trace. It stands before all other handlers, so it is the
/// only place where an error becomes a response.
public final class ProblemHandler implements WebExceptionHandler, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);

    /// Before Spring Boot's own handler (-1) and Spring's for response statuses (0).
    private static final int BEFORE_THE_FRAMEWORK = -2;

    private static final String TYPE_PREFIX = "urn:xinqun:problem:";

    /// A client that comes back after a second finds what lagged.
    private static final String DEFAULT_RETRY_SECONDS = "1";

    private static final String RETRY_MEMBER = "retryAfterSeconds";

    private static final List<Locale> LANGUAGES =
            List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE, Locale.CHINESE);

    private final Problems problems;
    private final JsonMapper json;

    public ProblemHandler(Problems problems, JsonMapper json) {
        this.problems = problems;
        this.json = json;
    }

    @Override
    public int getOrder() {
        return BEFORE_THE_FRAMEWORK;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable thrown) {
        ServerHttpResponse response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.error(thrown);
        }
        Problem problem = problems.of(thrown);
        log(exchange, problem, thrown);
        response.setStatusCode(problem.type().status());
        addHeaders(response.getHeaders(), problem, thrown);
        byte[] body = json.writeValueAsBytes(body(exchange, problem));
        response.getHeaders().setContentLength(body.length);
        DataBuffer buffer = response.bufferFactory().wrap(body);
        return response.writeWith(Mono.just(buffer));
    }

    private static void addHeaders(HttpHeaders headers, Problem problem, Throwable thrown) {
        headers.remove(HttpHeaders.CONTENT_ENCODING);
        if (thrown instanceof ErrorResponse framework) {
            framework.getHeaders().forEach(headers::put);
        }
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.setCacheControl("no-store");
        Object retry = problem.members().get(RETRY_MEMBER);
        if (retry != null) {
            headers.set(HttpHeaders.RETRY_AFTER, retry.toString());
        } else if (problem.type().status() == HttpStatus.SERVICE_UNAVAILABLE) {
            headers.set(HttpHeaders.RETRY_AFTER, DEFAULT_RETRY_SECONDS);
        }
        if (problem.type() == CommonProblem.BODY_TOO_SLOW) {
            // The rest of the request is not waited for. Source: RFC 9110, 15.5.9.
            headers.setConnection("close");
        }
        if (problem.type().status() == HttpStatus.UNAUTHORIZED) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
    }

    private static Map<String, ?> body(ServerWebExchange exchange, Problem problem) {
        ProblemType type = problem.type();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", TYPE_PREFIX + type.code());
        body.put("title", isChinese(exchange.getRequest()) ? type.chinese() : type.english());
        body.put("status", type.status().value());
        body.put("code", type.code());
        body.put("detail", problem.detail());
        body.put("instance", exchange.getRequest().getPath().value());
        String correlation = Correlation.of(exchange);
        if (correlation != null) {
            body.put("correlationId", correlation);
        }
        body.putAll(problem.members());
        return body;
    }

    private static boolean isChinese(ServerHttpRequest request) {
        return isChinese(request.getHeaders().getFirst(HttpHeaders.ACCEPT_LANGUAGE));
    }

    private static boolean isChinese(@Nullable String accepted) {
        if (accepted == null || accepted.isBlank()) {
            return false;
        }
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(accepted), LANGUAGES);
            return best != null && best.getLanguage().equals(Locale.CHINESE.getLanguage());
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    private static void log(ServerWebExchange exchange, Problem problem, Throwable thrown) {
        if (!problem.type().status().is5xxServerError()) {
            return;
        }
        String route = Correlation.route(exchange);
        try (MDC.MDCCloseable _ = MDC.putCloseable(Correlation.KEY, Correlation.of(exchange))) {
            if (problem.type() == CommonProblem.INTERNAL) {
                LOG.error("{} {} failed", exchange.getRequest().getMethod(), route, thrown);
            } else {
                LOG.warn(
                        "{} {}: {}",
                        exchange.getRequest().getMethod(),
                        route,
                        problem.getMessage());
            }
        }
    }
}
