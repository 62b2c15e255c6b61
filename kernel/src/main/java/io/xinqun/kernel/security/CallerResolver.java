package io.xinqun.kernel.security;

import io.xinqun.kernel.problem.CommonProblem;
import io.xinqun.kernel.problem.Problem;
import io.xinqun.kernel.security.AccessTokens.CallerAuthentication;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// Gives controllers their [Caller].
public final class CallerResolver implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class;
    }

    @Override
    public Mono<Object> resolveArgument(
            MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
        Mono<Object> caller =
                ReactiveSecurityContextHolder.getContext()
                        .mapNotNull(context -> context.getAuthentication())
                        .ofType(CallerAuthentication.class)
                        .mapNotNull(CallerAuthentication::getPrincipal);
        return parameter.isOptional() ? caller : caller.switchIfEmpty(notSignedIn());
    }

    private static Mono<Object> notSignedIn() {
        return Mono.error(
                () -> new Problem(CommonProblem.NOT_SIGNED_IN, "This needs an access token"));
    }
}
