package io.xinqun.catalog;

import io.xinqun.kernel.event.Cleanup;
import io.xinqun.kernel.event.TopicSpec;
import io.xinqun.local.testing.Platform;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The whole program on a real store and a real broker, once for all tests; each test has suppliers
/// of its own.
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"xinqun.catalog.expiry-every=200ms", "xinqun.catalog.spread-every=200ms"})
@Import(CatalogProgram.TopicsOfOthers.class)
abstract class CatalogProgram {

    static final Duration PATIENCE = Duration.ofSeconds(60);

    /// What community-service owns and is not here to declare.
    @TestConfiguration(proxyBeanMethods = false)
    static class TopicsOfOthers {

        @Bean
        TopicSpec curatorTopic() {
            return new TopicSpec("community.curator.v1", 8, Cleanup.COMPACT, Duration.ofDays(7));
        }
    }

    @LocalServerPort private int port;
    @Autowired protected JsonMapper json;

    protected WebTestClient client;

    @DynamicPropertySource
    static void platform(DynamicPropertyRegistry registry) {
        Platform.shared().register(registry, CatalogProgram.class);
    }

    @BeforeEach
    void connect() {
        client =
                WebTestClient.bindToServer()
                        .baseUrl("http://localhost:" + port)
                        .responseTimeout(PATIENCE)
                        .build();
    }

    static String operator() {
        return Platform.shared().token("operator", "operator-1");
    }

    static String consumer(String account) {
        return Platform.shared().token("consumer", account);
    }

    static String supplierToken(String supplier) {
        return Platform.shared().supplierToken("staff-of-" + supplier, supplier);
    }

    /// A new supplier's id.
    String supplier() {
        JsonNode created = post("/api/v1/operator/suppliers", operator(), Map.of("name", "一号农场"));
        return created.get("id").asString();
    }

    ResponseSpec feed(String supplier, String delivery, String lines) {
        return client.post()
                .uri("/api/v1/suppliers/me/feed?delivery=" + delivery)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + supplierToken(supplier))
                .contentType(MediaType.APPLICATION_NDJSON)
                .bodyValue(lines)
                .exchange();
    }

    JsonNode fed(String supplier, String delivery, String lines) {
        return body(feed(supplier, delivery, lines).expectStatus().isOk());
    }

    JsonNode post(String path, String token, Object body) {
        return body(
                client.post()
                        .uri(path)
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(body)
                        .exchange()
                        .expectStatus()
                        .is2xxSuccessful());
    }

    ResponseSpec get(String path, String token) {
        WebTestClient.RequestHeadersSpec<?> request = client.get().uri(path);
        if (token != null) {
            request.header(HttpHeaders.AUTHORIZATION, "Bearer " + token);
        }
        return request.exchange();
    }

    JsonNode read(String path, String token) {
        return body(get(path, token).expectStatus().isOk());
    }

    JsonNode body(ResponseSpec answer) {
        return json.readTree(answer.expectBody().returnResult().getResponseBody());
    }

    void approve(String product) {
        post("/api/v1/operator/products/" + product + "/approval", operator(), Map.of());
    }

    /// A valid line; `more` are further members, each with a comma before it.
    static String line(String sku, long version, String more) {
        return "{\"supplierSku\":\"%s\",\"version\":%d,\"name\":\"红米 %s\",\"categoryPath\":[\"粮油\"],"
                        .formatted(sku, version, sku)
                + "\"supplyFen\":2600,\"directFen\":4590,\"curatorFen\":3990%s}".formatted(more);
    }

    static String stock(long count, String countedAt) {
        return ",\"stock\":{\"count\":%d,\"countedAt\":\"%s\"}".formatted(count, countedAt);
    }

    static void pause() {
        Mono.delay(Duration.ofMillis(50)).block();
    }
}
