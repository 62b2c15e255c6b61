package io.xinqun.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.xinqun.kernel.security.Role;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RoutesTest {

    @ParameterizedTest
    @CsvSource({
        "POST, /api/v1/suppliers/me/feed,             supplier-feed,       CATALOG,    FEED",
        "GET,  /api/v1/suppliers/me/feed,             supplier-read,       CATALOG,    READ",
        "GET,  /api/v1/suppliers/me/feed/d1,          supplier-read,       CATALOG,    READ",
        "POST, /api/v1/suppliers/me/feed-keys,        supplier-write,      CATALOG,    WRITE",
        "GET,  /api/v1/products,                      product-read,        CATALOG,    READ",
        "GET,  /api/v1/products/p1,                   product-read,        CATALOG,    READ",
        "POST, /api/v1/operator/products/p1/approval, operator-catalog,    CATALOG,    OPERATOR",
        "GET,  /api/v1/operator/stock/s:main:base,    operator-catalog,    CATALOG,    OPERATOR",
        "POST, /api/v1/sign-in/wechat-mini-program,   sign-in,             COMMUNITY,  SIGN_IN",
        "POST, /api/v1/sign-out,                      sign-in,             COMMUNITY,  SIGN_IN",
        "POST, /api/v1/share-links/abc/visits,        share-link-visit,    COMMUNITY,  WRITE",
        "POST, /api/v1/share-links,                   community-write,     COMMUNITY,  WRITE",
        "POST, /api/v1/communities/c1/members,        community-write,     COMMUNITY,  WRITE",
        "GET,  /api/v1/me,                            community-read,      COMMUNITY,  READ",
        "POST, /api/v1/operator/curators,             operator-community,  COMMUNITY,  OPERATOR",
        "POST, /api/v1/quotes,                        quote,               ORDER,      WRITE",
        "POST, /api/v1/orders,                        order-write,         ORDER,      MONEY",
        "GET,  /api/v1/orders/o1,                     order-read,          ORDER,      READ",
        "GET,  /api/v1/orders/o1/events,              order-events,        ORDER,      STREAM",
        "POST, /api/v1/orders/o1/payments,            order-payment,       ORDER,      MONEY",
        "POST, /api/v1/orders/o1/cancellation,        order-write,         ORDER,      MONEY",
        "POST, /api/v1/payments/wechat/notifications, wechat-notification, ORDER,      NOTIFICATION",
        "GET,  /api/v1/wallet/entries,                wallet-read,         COMMISSION, READ",
        "POST, /api/v1/operator/plans,                operator-commission, COMMISSION, OPERATOR",
        "GET,  /api/v1/operator/ledger/proof,         operator-commission, COMMISSION, OPERATOR"
    })
    void a_request_goes_to_the_service_that_owns_it(
            String method, String path, String id, Service service, Traffic traffic) {
        Routes.Rule rule = first(method, path).orElseThrow();
        assertThat(rule.id()).isEqualTo(id);
        assertThat(rule.service()).isEqualTo(service);
        assertThat(rule.traffic()).isEqualTo(traffic);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /actuator/prometheus",
        "GET,    /v3/api-docs",
        "POST,   /api/v1/products",
        "DELETE, /api/v1/wallet",
        "GET,    /api/v1/operator/nothing",
        "GET,    /api/v2/orders"
    })
    void what_is_not_listed_is_not_routed(String method, String path) {
        assertThat(first(method, path)).isEmpty();
    }

    @Test
    void every_route_has_a_name_of_its_own() {
        assertThat(Routes.table().stream().map(Routes.Rule::id)).doesNotHaveDuplicates();
    }

    @Test
    void everything_under_operator_needs_an_operator() {
        assertThat(Routes.table())
                .filteredOn(rule -> rule.paths().stream().anyMatch(p -> p.contains("/operator/")))
                .isNotEmpty()
                .allMatch(rule -> rule.role() == Role.OPERATOR)
                .allMatch(rule ->
                        rule.paths().stream().allMatch(path -> path.contains("/operator/")));
    }

    private static Optional<Routes.Rule> first(String method, String path) {
        PathContainer wanted = PathContainer.parsePath(path);
        return Routes.table().stream()
                .filter(rule -> rule.methods().contains(HttpMethod.valueOf(method)))
                .filter(rule ->
                        rule.paths().stream()
                                .map(PathPatternParser.defaultInstance::parse)
                                .anyMatch(pattern -> pattern.matches(wanted)))
                .findFirst();
    }
}
