package io.xinqun.kernel.idempotency;

import io.xinqun.kernel.problem.CommonProblem;
import io.xinqun.kernel.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.SyncHandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;

/// Gives controllers the [IdempotencyKey] of the request.
public final class IdempotencyKeyResolver implements SyncHandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == IdempotencyKey.class;
    }

    @Override
    public @Nullable Object resolveArgumentValue(
            MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
        String key = exchange.getRequest().getHeaders().getFirst(IdempotencyKey.HEADER);
        if (key != null) {
            return new IdempotencyKey(key);
        }
        if (parameter.isOptional()) {
            return null;
        }
        throw new Problem(
                CommonProblem.IDEMPOTENCY_KEY_REQUIRED,
                "Send a key of your own in the header Idempotency-Key");
    }
}
