package io.xinqun.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.xinqun.gateway.ratelimit.RateLimits;
import io.xinqun.gateway.telemetry.GatewayMetric;
import io.xinqun.local.testing.Platform;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@DisplayNameGeneration(ReplaceUnderscores.class)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class GatewayIT {

    private static final Backend ORDERS = Backend.start();
    private static final Backend CATALOG = Backend.start();

    /// Nothing listens on the discard port: a service that is down.
    private static final String NOBODY = "http://127.0.0.1:9";

    private static final String POOL =
            "spring.cloud.gateway.server.webflux.httpclient.pool.max-connections";

    /// Few enough for a crowd to wait for them.
    private static final int FEW_CONNECTIONS = 32;

    @LocalServerPort private int port;
    @Autowired private MeterRegistry meters;

    private final HttpClient client = HttpClient.newHttpClient();

    @DynamicPropertySource
    static void platform(DynamicPropertyRegistry registry) {
        Platform.shared().register(registry);
        registry.add("XINQUN_CATALOG_URL", () -> CATALOG.address());
        registry.add("XINQUN_ORDER_URL", () -> NOBODY + "," + ORDERS.address());
        registry.add("XINQUN_COMMUNITY_URL", () -> NOBODY);
        registry.add("XINQUN_COMMISSION_URL", () -> NOBODY);
        registry.add(POOL, () -> FEW_CONNECTIONS);
    }

    @AfterAll
    static void stop() {
        ORDERS.stop();
        CATALOG.stop();
    }

    @Test
    void a_signed_in_caller_reaches_the_service_with_token_and_correlation_id() throws Exception {
        var answer =
                send(
                        request("/api/v1/orders/o1")
                                .header("Authorization", bearer("consumer", "c1"))
                                .header("X-Correlation-Id", "my-correlation-1"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("my-correlation-1").contains("Bearer ");
        assertThat(answer.headers().firstValue("X-Correlation-Id")).contains("my-correlation-1");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.body()).containsPattern("traceparent=00-[0-9a-f]{32}-");
    }

    @Test
    void nobody_passes_without_a_token_and_an_altered_one_is_refused() throws Exception {
        var none = send(request("/api/v1/orders/o1"));
        assertThat(none.statusCode()).isEqualTo(401);
        assertThat(none.body()).contains("not-signed-in");
        String altered = bearer("consumer", "c1");
        int middle = altered.length() / 2;
        altered =
                altered.substring(0, middle)
                        + (altered.charAt(middle) == 'a' ? 'b' : 'a')
                        + altered.substring(middle + 1);
        assertThat(send(request("/api/v1/products").header("Authorization", altered)).statusCode())
                .isEqualTo(401);
    }

    @Test
    void products_need_no_token() throws Exception {
        assertThat(send(request("/api/v1/products")).statusCode()).isEqualTo(200);
    }

    @Test
    void a_consumer_is_no_operator() throws Exception {
        var answer =
                send(
                        request("/api/v1/operator/products")
                                .header("Authorization", bearer("consumer", "c1")));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("\"code\":\"forbidden\"");
    }

    @Test
    void what_is_not_routed_is_not_found() throws Exception {
        var answer =
                send(request("/api/v1/nothing").header("Authorization", bearer("consumer", "c1")));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("\"code\":\"not-found\"");
    }

    @Test
    void a_service_that_is_down_is_named_within_a_second() throws Exception {
        send(request("/api/v1/wallet").header("Authorization", bearer("curator", "c1")));
        Instant begin = Instant.now();
        var answer =
                send(request("/api/v1/wallet").header("Authorization", bearer("curator", "c1")));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("unavailable").contains("commission-service");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(1));
        assertThat(
                        counted(
                                GatewayMetric.UNAVAILABLE,
                                "service",
                                "commission-service",
                                "reason",
                                "no-connection"))
                .isPositive();
    }

    @Test
    void a_service_that_fails_again_and_again_is_left_alone() throws Exception {
        String reader = bearer("consumer", "reader");
        send(request("/api/v1/orders/o1").header("Authorization", reader));
        for (int i = 0; i < 200; i++) {
            String token = bearer("consumer", "hopeful-" + i / 50);
            send(request("/api/v1/communities/c" + i).header("Authorization", token));
        }
        String[] service = {"service", "community-service", "reason", "breaker-open"};
        assertThat(counted(GatewayMetric.UNAVAILABLE, service)).isPositive();
        assertThat(
                        gauge(
                                GatewayMetric.BREAKER_STATE,
                                "name",
                                "community-service",
                                "state",
                                "closed"))
                .isZero();
        assertThat(gauge(GatewayMetric.BREAKER_STATE, "name", "order-service", "state", "closed"))
                .isOne();
    }

    @Test
    void a_service_that_takes_too_long_is_said_to_be_slow() throws Exception {
        var answer = send(request("/api/v1/products/very/slow"));
        assertThat(answer.statusCode()).isEqualTo(503);
        String[] service = {"service", "catalog-service", "reason", "slow"};
        assertThat(counted(GatewayMetric.UNAVAILABLE, service)).isOne();
    }

    @Test
    void a_refused_connection_is_tried_at_the_next_instance_even_for_an_order() throws Exception {
        for (int i = 0; i < 6; i++) {
            var answer =
                    send(
                            request("/api/v1/orders")
                                    .header("Authorization", bearer("consumer", "c2"))
                                    .POST(BodyPublishers.ofString("{\"number\":" + i + "}")));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("{\"number\":" + i + "}");
        }
        assertThat(counted(GatewayMetric.RETRIED, "service", "order-service")).isPositive();
    }

    @Test
    void a_body_that_is_too_large_is_refused_announced_or_not() throws Exception {
        byte[] large = new byte[300 * 1024];
        var announced =
                send(
                        request("/api/v1/orders")
                                .header("Authorization", bearer("consumer", "c3"))
                                .POST(BodyPublishers.ofByteArray(large)));
        assertThat(announced.statusCode()).isEqualTo(413);
        var chunked =
                send(
                        request("/api/v1/orders")
                                .header("Authorization", bearer("consumer", "c3"))
                                .POST(BodyPublishers.ofByteArrays(List.of(large, large, large))));
        assertThat(chunked.statusCode()).isEqualTo(413);
        assertThat(chunked.body()).contains("body-too-large");
        assertThat(counted(GatewayMetric.BODY_TOO_LARGE, "traffic", "money")).isEqualTo(2);
    }

    @Test
    void a_crowd_that_waits_for_one_service_is_not_refused() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> crowd =
                IntStream.range(0, 100)
                        .mapToObj(person ->
                                client.sendAsync(
                                        request("/api/v1/products/slow")
                                                .header(
                                                        "Authorization",
                                                        bearer("consumer", "p" + person))
                                                .build(),
                                        BodyHandlers.ofString()))
                        .toList();
        for (CompletableFuture<HttpResponse<String>> one : crowd) {
            assertThat(one.get().statusCode()).isEqualTo(200);
        }
    }

    @Test
    void who_asks_too_often_waits() throws Exception {
        // Should Redis be slow for a moment, this instance's own bucket is full once more.
        String token = bearer("consumer", "impatient");
        List<Integer> statuses = new ArrayList<>();
        for (int i : IntStream.range(0, 3 * RateLimits.KEY_MONEY.burst()).toArray()) {
            statuses.add(
                    send(request("/api/v1/orders/o77/payments")
                                    .header("Authorization", token)
                                    .POST(BodyPublishers.ofString("{}")))
                            .statusCode());
        }
        assertThat(statuses).contains(200).contains(429).containsOnly(200, 429);
        // A bucket of the account may refuse what a fresh bucket of the order would still allow.
        double refused =
                meters.find(GatewayMetric.RATE_LIMITED.getName()).counters().stream()
                        .mapToDouble(Counter::count)
                        .sum();
        assertThat(refused).isGreaterThanOrEqualTo(statuses.stream().filter(s -> s == 429).count());
    }

    @Test
    void the_merged_document_names_what_is_missing() throws Exception {
        var answer = send(request("/openapi.json"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("x-missing").contains("community-service");
    }

    @Test
    void the_page_to_try_it_is_served() throws Exception {
        var answer =
                HttpClient.newBuilder()
                        .followRedirects(HttpClient.Redirect.ALWAYS)
                        .build()
                        .send(request("/docs").build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).containsIgnoringCase("swagger-ui");
    }

    private double counted(GatewayMetric metric, String... tags) {
        return meters.get(metric.getName()).tags(tags).counter().count();
    }

    private double gauge(GatewayMetric metric, String... tags) {
        return meters.get(metric.getName()).tags(tags).gauges().stream()
                .mapToDouble(Gauge::value)
                .max()
                .orElseThrow();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static String bearer(String role, String account) {
        return "Bearer " + Platform.shared().token(role, account);
    }
}
