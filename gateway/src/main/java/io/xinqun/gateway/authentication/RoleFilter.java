package io.xinqun.gateway.authentication;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR;

import io.xinqun.gateway.FilterOrder;
import io.xinqun.gateway.route.Routes;
import io.xinqun.gateway.route.Traffic;
import io.xinqun.kernel.problem.CommonProblem;
import io.xinqun.kernel.problem.Problem;
import io.xinqun.kernel.security.Caller;
import io.xinqun.kernel.security.Role;
import java.security.Principal;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.core.Ordered;
import org.springframework.security.core.Authentication;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// Turns callers without the route's role away at the door.
public final class RoleFilter implements GlobalFilter, Ordered {

    @Override
    public int getOrder() {
        return FilterOrder.ROLE.getOrder();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Route route = exchange.getRequiredAttribute(GATEWAY_ROUTE_ATTR);
        if (!(route.getMetadata().get(Traffic.METADATA) instanceof Routes.Rule rule)
                || rule.role() == null) {
            return chain.filter(exchange);
        }
        var role = rule.role();
        return exchange.getPrincipal()
                .filter(caller -> has(caller, role))
                .switchIfEmpty(
                        Mono.error(() ->
                                new Problem(
                                                CommonProblem.FORBIDDEN,
                                                "This needs the role " + role.code())
                                        .with("role", role.code())))
                .then(chain.filter(exchange));
    }

    private static boolean has(Principal principal, Role role) {
        return principal instanceof Authentication signedIn
                && signedIn.getPrincipal() instanceof Caller caller
                && caller.has(role);
    }
}
