package io.xinqun.gateway.route;

import static io.xinqun.gateway.route.Service.CATALOG;
import static io.xinqun.gateway.route.Service.COMMISSION;
import static io.xinqun.gateway.route.Service.COMMUNITY;
import static io.xinqun.gateway.route.Service.ORDER;
import static io.xinqun.gateway.route.Traffic.FEED;
import static io.xinqun.gateway.route.Traffic.MONEY;
import static io.xinqun.gateway.route.Traffic.NOTIFICATION;
import static io.xinqun.gateway.route.Traffic.OPERATOR;
import static io.xinqun.gateway.route.Traffic.READ;
import static io.xinqun.gateway.route.Traffic.SIGN_IN;
import static io.xinqun.gateway.route.Traffic.STREAM;
import static io.xinqun.gateway.route.Traffic.WRITE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import io.xinqun.kernel.security.Role;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/// Every route of the gateway, first match wins. Nothing that is not listed here can be reached.
public final class Routes {

    private static final Set<HttpMethod> CHANGING =
            Set.of(POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

    private Routes() {}

    /// One line of the table: requests with one of `methods` on one of `paths` go to `service`.
    ///
    /// Shape: `limitedKey` names the path variable whose value has a rate limit of its own; empty
    /// if there is none. `role` is what a caller must have to pass at all; null where the service
    /// alone decides.
    public record Rule(
            String id,
            Service service,
            Traffic traffic,
            Set<HttpMethod> methods,
            List<String> paths,
            String limitedKey,
            @Nullable Role role) {

        static Rule of(
                String id, Service to, Traffic traffic, Set<HttpMethod> methods, String... paths) {
            return new Rule(id, to, traffic, methods, List.of(paths), "", null);
        }

        Rule limitedBy(String pathVariable) {
            return new Rule(id, service, traffic, methods, paths, pathVariable, role);
        }

        Rule onlyFor(Role needed) {
            return new Rule(id, service, traffic, methods, paths, limitedKey, needed);
        }
    }

    public static List<Rule> table() {
        return Stream.of(catalog(), community(), order(), commission())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Rule> catalog() {
        return List.of(
                Rule.of("supplier-feed", CATALOG, FEED, Set.of(POST), "/api/v1/suppliers/me/feed")
                        .onlyFor(Role.SUPPLIER),
                Rule.of("supplier-read", CATALOG, READ, Set.of(GET), "/api/v1/suppliers/**")
                        .onlyFor(Role.SUPPLIER),
                Rule.of("supplier-write", CATALOG, WRITE, CHANGING, "/api/v1/suppliers/**")
                        .onlyFor(Role.SUPPLIER),
                Rule.of("product-read", CATALOG, READ, Set.of(GET), "/api/v1/products/**"),
                operator(
                        "operator-catalog",
                        CATALOG,
                        "/api/v1/operator/suppliers/**",
                        "/api/v1/operator/products/**",
                        "/api/v1/operator/stock/**"));
    }

    private static List<Rule> community() {
        return List.of(
                Rule.of(
                        "sign-in",
                        COMMUNITY,
                        SIGN_IN,
                        Set.of(POST),
                        "/api/v1/sign-in/**",
                        "/api/v1/sign-out"),
                Rule.of(
                                "share-link-visit",
                                COMMUNITY,
                                WRITE,
                                Set.of(POST),
                                "/api/v1/share-links/{code}/visits")
                        .limitedBy("code"),
                Rule.of(
                        "community-read",
                        COMMUNITY,
                        READ,
                        Set.of(GET),
                        "/api/v1/me/**",
                        "/api/v1/communities/**",
                        "/api/v1/share-links/**",
                        "/.well-known/jwks.json"),
                Rule.of(
                        "community-write",
                        COMMUNITY,
                        WRITE,
                        CHANGING,
                        "/api/v1/me/**",
                        "/api/v1/communities/**",
                        "/api/v1/share-links/**"),
                operator(
                        "operator-community",
                        COMMUNITY,
                        "/api/v1/operator/accounts/**",
                        "/api/v1/operator/curators/**",
                        "/api/v1/operator/referral-policies/**"));
    }

    private static List<Rule> order() {
        return List.of(
                Rule.of(
                        "order-events",
                        ORDER,
                        STREAM,
                        Set.of(GET),
                        "/api/v1/orders/{order}/events"),
                Rule.of(
                                "order-payment",
                                ORDER,
                                MONEY,
                                Set.of(POST),
                                "/api/v1/orders/{order}/payments")
                        .limitedBy("order"),
                Rule.of("order-read", ORDER, READ, Set.of(GET), "/api/v1/orders/**"),
                Rule.of("order-write", ORDER, MONEY, CHANGING, "/api/v1/orders/**"),
                Rule.of("quote", ORDER, WRITE, Set.of(POST), "/api/v1/quotes"),
                Rule.of(
                        "wechat-notification",
                        ORDER,
                        NOTIFICATION,
                        Set.of(POST),
                        "/api/v1/payments/wechat/notifications"));
    }

    private static List<Rule> commission() {
        return List.of(
                Rule.of("wallet-read", COMMISSION, READ, Set.of(GET), "/api/v1/wallet/**"),
                operator(
                        "operator-commission",
                        COMMISSION,
                        "/api/v1/operator/plans/**",
                        "/api/v1/operator/ledger/**"));
    }

    private static Rule operator(String id, Service to, String... paths) {
        return Rule.of(
                        id,
                        to,
                        OPERATOR,
                        Set.of(GET, POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE),
                        paths)
                .onlyFor(Role.OPERATOR);
    }
}
