package io.xinqun.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.xinqun.catalog.model.product.Product;
import io.xinqun.catalog.model.product.Products;
import io.xinqun.catalog.model.product.Sku;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FeedIT extends CatalogProgram {

    private static final int LINES = 10_000;

    @Autowired private Products products;

    private static String lineOf(int number) {
        return switch (number % 100) {
            case 0 -> "{\"supplierSku\":\"X\"}";
            case 50 -> "not json";
            default -> line("S" + number, 1, stock(5, "2026-11-22T08:00:00Z"));
        };
    }

    private JsonNode stream(String supplier, String delivery) {
        Flux<DataBuffer> body =
                Flux.range(1, LINES)
                        .map(number -> (lineOf(number) + "\n").getBytes(StandardCharsets.UTF_8))
                        .map(DefaultDataBufferFactory.sharedInstance::wrap);
        return body(
                client.post()
                        .uri("/api/v1/suppliers/me/feed?delivery=" + delivery)
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + supplierToken(supplier))
                        .contentType(MediaType.APPLICATION_NDJSON)
                        .body(body, DataBuffer.class)
                        .exchange()
                        .expectStatus()
                        .isOk());
    }

    @Test
    void ten_thousand_lines_with_bad_ones_between_are_taken_and_again_unchanged() {
        String supplier = supplier();

        JsonNode first = stream(supplier, "d1");
        assertThat(first.get("accepted").asInt()).isEqualTo(9_800);
        assertThat(first.get("refused").asInt()).isEqualTo(200);
        assertThat(first.get("problems").get(0).get("line").asInt()).isEqualTo(50);
        assertThat(first.get("problems").get(0).get("code").asString()).isEqualTo("malformed-line");
        assertThat(first.get("problems").get(1).get("code").asString()).isEqualTo("missing-field");
        assertThat(first.get("problems").get(1).get("supplierSku").asString()).isEqualTo("X");

        JsonNode again = stream(supplier, "d1");
        assertThat(again.get("unchanged").asInt()).isEqualTo(9_800);
        assertThat(again.get("accepted").asInt()).isZero();

        JsonNode stored = read("/api/v1/suppliers/me/feed/d1", supplierToken(supplier));
        assertThat(stored.get("unchanged").asInt()).isEqualTo(9_800);
        assertThat(stored.get("state").asString()).isEqualTo("complete");
    }

    @Test
    void parallel_deliveries_of_the_same_items_take_each_once() {
        String supplier = supplier();
        List<String> lines =
                new ArrayList<>(
                        IntStream.range(0, 400)
                                .mapToObj(n -> line("S" + n, 1, ",\"product\":\"P" + n % 40 + "\""))
                                .toList());
        int accepted =
                Flux.range(0, 6)
                        .map(round -> {
                            List<String> shuffled = new ArrayList<>(lines);
                            Collections.shuffle(shuffled, new Random(round));
                            return String.join("\n", shuffled);
                        })
                        .flatMap(
                                body ->
                                        Mono.fromCallable(() ->
                                                        fed(supplier, "p" + body.hashCode(), body)
                                                                .get("accepted")
                                                                .asInt())
                                                .subscribeOn(Schedulers.boundedElastic()),
                                6)
                        .reduce(0, Integer::sum)
                        .block(PATIENCE);

        assertThat(accepted).isEqualTo(400);
        for (int product = 0; product < 40; product++) {
            assertThat(product(supplier, "P" + product).skus()).hasSize(10);
        }
    }

    @Test
    void versions_that_overtake_each_other_end_at_the_newest() {
        String supplier = supplier();
        Flux.range(1, 24)
                .flatMap(
                        version ->
                                Mono.fromCallable(() ->
                                                fed(
                                                        supplier,
                                                        "v" + version,
                                                        line("A", version, "")))
                                        .subscribeOn(Schedulers.boundedElastic()),
                        8)
                .then()
                .block(PATIENCE);

        Sku sku = product(supplier, "A").sku("A").orElseThrow();
        assertThat(sku.version()).isEqualTo(24);
        JsonNode older = fed(supplier, "old", line("A", 23, ""));
        assertThat(older.get("stale").asInt()).isEqualTo(1);
        JsonNode reused = fed(supplier, "reused", line("A", 24, ",\"brand\":\"other\""));
        assertThat(reused.get("problems").get(0).get("code").asString())
                .isEqualTo("version-reused");
    }

    @Test
    void a_sku_stays_with_the_product_it_was_first_listed_under() {
        String supplier = supplier();
        String both =
                line("A", 1, ",\"product\":\"P\"") + "\n" + line("A", 2, ",\"product\":\"Q\"");
        JsonNode first = fed(supplier, "d1", both);
        assertThat(first.get("accepted").asInt()).isEqualTo(1);
        JsonNode later = fed(supplier, "d2", line("A", 3, ",\"product\":\"Q\""));
        assertThat(later.get("problems").get(0).get("code").asString())
                .isEqualTo("product-changed");
    }

    @Test
    void reports_are_the_suppliers_own_and_come_in_pages() {
        String supplier = supplier();
        fed(supplier, "d1", line("A", 1, ""));
        fed(supplier, "d2", line("A", 2, ""));
        fed(supplier, "d3", line("A", 3, ""));
        String token = supplierToken(supplier);

        JsonNode page = read("/api/v1/suppliers/me/feed?limit=2", token);
        assertThat(page.get("items").get(0).get("delivery").asString()).isEqualTo("d3");
        JsonNode rest =
                read(
                        "/api/v1/suppliers/me/feed?limit=2&cursor=" + page.get("next").asString(),
                        token);
        assertThat(rest.get("items")).hasSize(1);
        assertThat(rest.has("next")).isFalse();
        get("/api/v1/suppliers/me/feed/d1", supplierToken(supplier())).expectStatus().isNotFound();
    }

    @Test
    void bad_requests_are_refused_with_a_code() {
        String supplier = supplier();
        String path = "/api/v1/suppliers/me/feed?delivery=d1";
        refused(
                path,
                supplierToken(supplier),
                MediaType.APPLICATION_JSON,
                415,
                "unsupported-media-type");
        refused(path, consumer("c1"), MediaType.APPLICATION_NDJSON, 403, "forbidden");
        refused(
                path,
                supplierToken("nobody"),
                MediaType.APPLICATION_NDJSON,
                403,
                "unknown-supplier");
        refused(
                "/api/v1/suppliers/me/feed",
                supplierToken(supplier),
                MediaType.APPLICATION_NDJSON,
                400,
                "invalid-request");
        refused(
                "/api/v1/suppliers/me/feed?delivery=a b",
                supplierToken(supplier),
                MediaType.APPLICATION_NDJSON,
                400,
                "invalid-request");
        post("/api/v1/operator/suppliers/" + supplier + "/suspension", operator(), Map.of());
        refused(
                path,
                supplierToken(supplier),
                MediaType.APPLICATION_NDJSON,
                403,
                "supplier-suspended");
    }

    private void refused(String path, String token, MediaType type, int status, String code) {
        client.post()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .contentType(type)
                .bodyValue(line("A", 1, ""))
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code);
    }

    private Product product(String supplier, String code) {
        return products.find(Product.idOf(supplier, code)).block(PATIENCE);
    }
}
