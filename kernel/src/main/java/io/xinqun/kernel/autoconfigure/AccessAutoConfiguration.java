package io.xinqun.kernel.autoconfigure;

import io.xinqun.kernel.problem.CommonProblem;
import io.xinqun.kernel.problem.Problem;
import io.xinqun.kernel.security.AccessTokens;
import io.xinqun.kernel.security.PublicPath;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.security.autoconfigure.web.reactive.ReactiveWebSecurityAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.ExceptionHandlingSpec;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.authentication.AuthenticationWebFilter;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import reactor.core.publisher.Mono;

/// Who may come in: under `/api` a valid access token is needed except on the [PublicPath]s. What a
/// caller may do is each use case's own check. Nothing is kept between requests.
@AutoConfiguration(
        after = TokenAutoConfiguration.class,
        before = ReactiveWebSecurityAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@ConditionalOnMissingBean(SecurityWebFilterChain.class)
@EnableWebFluxSecurity
public class AccessAutoConfiguration {

    @Bean
    SecurityWebFilterChain access(
            ServerHttpSecurity http, AccessTokens tokens, ObjectProvider<PublicPath> publicPaths) {
        List<PublicPath> open = publicPaths.orderedStream().toList();
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .exceptionHandling(AccessAutoConfiguration::asProblems)
                .addFilterAt(bearer(tokens), SecurityWebFiltersOrder.AUTHENTICATION)
                .authorizeExchange(paths -> authorize(paths, open))
                .build();
    }

    /// The firewall's own answer would have no body.
    @Bean
    ServerExchangeRejectedHandler strangeAddresses() {
        return (exchange, rejected) ->
                Mono.error(
                        new Problem(
                                CommonProblem.INVALID_REQUEST,
                                "The request holds characters that are not allowed",
                                rejected));
    }

    private static void authorize(AuthorizeExchangeSpec paths, List<PublicPath> open) {
        open.forEach(path -> paths.pathMatchers(path.method(), path.pattern()).permitAll());
        paths.pathMatchers("/api/**").authenticated().anyExchange().permitAll();
    }

    private static AuthenticationWebFilter bearer(AccessTokens tokens) {
        AuthenticationWebFilter filter = new AuthenticationWebFilter(tokens);
        filter.setServerAuthenticationConverter(tokens);
        filter.setSecurityContextRepository(NoOpServerSecurityContextRepository.getInstance());
        filter.setAuthenticationFailureHandler(
                (exchange, refused) -> notSignedIn("The access token is not valid or has expired"));
        return filter;
    }

    private static void asProblems(ExceptionHandlingSpec errors) {
        errors.authenticationEntryPoint(
                        (exchange, anonymous) -> notSignedIn("This needs an access token"))
                .accessDeniedHandler((exchange, denied) ->
                        Mono.error(new Problem(CommonProblem.FORBIDDEN, "You may not do this")));
    }

    private static Mono<Void> notSignedIn(String detail) {
        return Mono.error(new Problem(CommonProblem.NOT_SIGNED_IN, detail));
    }
}
