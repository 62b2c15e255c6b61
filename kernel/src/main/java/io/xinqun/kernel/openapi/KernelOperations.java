package io.xinqun.kernel.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.xinqun.kernel.idempotency.IdempotencyKey;
import io.xinqun.kernel.page.PageSize;
import io.xinqun.kernel.page.PageSizeResolver;
import io.xinqun.kernel.security.Caller;
import java.math.BigDecimal;
import java.util.List;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.web.method.HandlerMethod;

/// Documents what the kernel's controller arguments mean on the wire: who calls is the bearer
/// token, an idempotency key is a header, a page size a query parameter.
public final class KernelOperations implements OperationCustomizer {

    public static final String BEARER = "bearer";

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        for (MethodParameter argument : method.getMethodParameters()) {
            Class<?> type = argument.getParameterType();
            if (type == Caller.class && operation.getSecurity() == null) {
                operation.addSecurityItem(new SecurityRequirement().addList(BEARER));
            } else if (type == IdempotencyKey.class) {
                add(operation, idempotencyKey(!argument.isOptional()));
            } else if (type == PageSize.class) {
                add(operation, pageSize());
            }
        }
        return operation;
    }

    private static void add(Operation operation, Parameter parameter) {
        List<Parameter> present = operation.getParameters();
        boolean documented =
                present != null
                        && present.stream()
                                .anyMatch(other -> parameter.getName().equals(other.getName()));
        if (!documented) {
            operation.addParametersItem(parameter);
        }
    }

    private static Parameter idempotencyKey(boolean isRequired) {
        StringSchema key = new StringSchema();
        key.setMinLength(1);
        key.setMaxLength(IdempotencyKey.MAXIMUM_LENGTH);
        return new Parameter()
                .in("header")
                .name(IdempotencyKey.HEADER)
                .required(isRequired)
                .description("The caller's name for this intent; a repeat is done once")
                .schema(key);
    }

    private static Parameter pageSize() {
        IntegerSchema size = new IntegerSchema();
        size.setMinimum(BigDecimal.ONE);
        size.setMaximum(BigDecimal.valueOf(PageSize.MAXIMUM));
        size.setDefault(PageSize.DEFAULT);
        return new Parameter()
                .in("query")
                .name(PageSizeResolver.PARAMETER)
                .required(false)
                .schema(size);
    }
}
