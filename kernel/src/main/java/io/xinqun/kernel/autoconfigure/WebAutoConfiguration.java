package io.xinqun.kernel.autoconfigure;

import io.xinqun.kernel.body.BodyPace;
import io.xinqun.kernel.body.SlowBodyFilter;
import io.xinqun.kernel.idempotency.IdempotencyKeyResolver;
import io.xinqun.kernel.identity.Ids;
import io.xinqun.kernel.page.PageSizeResolver;
import io.xinqun.kernel.problem.AcceptFilter;
import io.xinqun.kernel.problem.ProblemHandler;
import io.xinqun.kernel.problem.ProblemTranslation;
import io.xinqun.kernel.problem.Problems;
import io.xinqun.kernel.security.CallerResolver;
import io.xinqun.kernel.telemetry.CorrelationFilter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

/// Problems, correlation and controller arguments of the HTTP side.
@AutoConfiguration(after = CoreAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
public class WebAutoConfiguration {

    @Bean
    Problems problems(ObjectProvider<ProblemTranslation> translations) {
        return new Problems(translations.orderedStream().toList());
    }

    @Bean
    @ConditionalOnMissingBean
    ProblemHandler problemHandler(Problems problems, JsonMapper json) {
        return new ProblemHandler(problems, json);
    }

    @Bean
    AcceptFilter acceptFilter() {
        return new AcceptFilter();
    }

    @Bean
    @ConditionalOnMissingBean
    BodyPace bodyPace() {
        return BodyPace.DEFAULT;
    }

    @Bean
    SlowBodyFilter slowBodyFilter(BodyPace pace) {
        return new SlowBodyFilter(pace, Schedulers.parallel());
    }

    @Bean
    CorrelationFilter correlationFilter(Ids ids) {
        return new CorrelationFilter(ids);
    }

    @Bean
    WebFluxConfigurer kernelArguments() {
        return new WebFluxConfigurer() {
            @Override
            public void configureArgumentResolvers(ArgumentResolverConfigurer resolvers) {
                resolvers.addCustomResolver(
                        new CallerResolver(), new IdempotencyKeyResolver(), new PageSizeResolver());
            }
        };
    }
}
