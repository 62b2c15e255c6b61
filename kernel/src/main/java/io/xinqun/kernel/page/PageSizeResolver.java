package io.xinqun.kernel.page;

import io.xinqun.kernel.problem.CommonProblem;
import io.xinqun.kernel.problem.FieldProblem;
import io.xinqun.kernel.problem.Problem;
import java.util.List;
import org.springframework.core.MethodParameter;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.SyncHandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;

/// Gives controllers the [PageSize] of the query parameter `limit`.
public final class PageSizeResolver implements SyncHandlerMethodArgumentResolver {

    public static final String PARAMETER = "limit";

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == PageSize.class;
    }

    @Override
    public Object resolveArgumentValue(
            MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
        String limit = exchange.getRequest().getQueryParams().getFirst(PARAMETER);
        if (limit == null) {
            return new PageSize(PageSize.DEFAULT);
        }
        try {
            return new PageSize(number(limit));
        } catch (IllegalArgumentException wrong) {
            FieldProblem error = new FieldProblem(PARAMETER, "out-of-range", "is 1 to 100");
            throw new Problem(CommonProblem.INVALID_REQUEST, "limit is 1 to 100")
                    .with("errors", List.of(error));
        }
    }

    /// `Integer.parseInt` alone would take the digits of every script.
    private static int number(String limit) {
        return limit.matches("[0-9]{1,3}") ? Integer.parseInt(limit) : 0;
    }
}
