package io.xinqun.kernel.autoconfigure;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.xinqun.kernel.idempotency.IdempotencyKey;
import io.xinqun.kernel.openapi.KernelOperations;
import io.xinqun.kernel.openapi.ProblemResponses;
import io.xinqun.kernel.page.PageSize;
import io.xinqun.kernel.security.Caller;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/// The kernel's part of a program's API document, where there is one.
@AutoConfiguration
@ConditionalOnClass({OpenApiCustomizer.class, OpenAPI.class})
public class OpenApiAutoConfiguration {

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Caller.class, IdempotencyKey.class, PageSize.class);
    }

    @Bean
    OperationCustomizer kernelOperations() {
        return new KernelOperations();
    }

    @Bean
    OpenApiCustomizer bearerTokens() {
        return api -> {
            if (api.getComponents() == null) {
                api.setComponents(new Components());
            }
            api.getComponents()
                    .addSecuritySchemes(
                            KernelOperations.BEARER,
                            new SecurityScheme()
                                    .type(SecurityScheme.Type.HTTP)
                                    .scheme("bearer")
                                    .bearerFormat("JWT"));
        };
    }

    @Bean
    OpenApiCustomizer problemResponses() {
        return new ProblemResponses();
    }
}
