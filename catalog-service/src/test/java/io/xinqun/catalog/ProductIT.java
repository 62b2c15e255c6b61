package io.xinqun.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.xinqun.catalog.model.product.Product;
import io.xinqun.kernel.event.ContractAssertions;
import io.xinqun.kernel.event.Event;
import io.xinqun.kernel.event.EventCodec;
import io.xinqun.kernel.event.EventJson;
import io.xinqun.kernel.event.KafkaNames;
import io.xinqun.local.testing.Platform;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.kafka.core.KafkaTemplate;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProductIT extends CatalogProgram {

    @Autowired private KafkaTemplate<String, byte[]> kafka;
    @Autowired private KafkaNames names;
    @Autowired private Clock clock;

    private String fedProduct(String supplier, String sku) {
        fed(supplier, "d-" + sku, line(sku, 1, stock(3, "2026-11-22T08:00:00Z")));
        return Product.idOf(supplier, sku);
    }

    private static String path(String product) {
        return "/api/v1/products/" + product;
    }

    @Test
    void a_draft_is_not_shown_until_it_is_approved_and_not_after_it_is_withdrawn() {
        String product = fedProduct(supplier(), "A");
        get(path(product), null).expectStatus().isNotFound();

        approve(product);
        approve(product);
        JsonNode shown = read(path(product), null);
        assertThat(shown.get("skus").get(0).get("price").get("fen").asLong()).isEqualTo(4_590);
        assertThat(shown.toString()).doesNotContain("2600").doesNotContain("3990");

        post("/api/v1/operator/products/" + product + "/withdrawal", operator(), Map.of());
        get(path(product), null).expectStatus().isNotFound();
    }

    @Test
    void each_change_of_an_offer_is_told_once_in_order_and_as_the_contract_says() {
        String supplier = supplier();
        String product = fedProduct(supplier, "A");
        approve(product);
        fed(supplier, "d2", line("A", 2, ""));
        fed(supplier, "d3", line("A", 2, ""));
        post("/api/v1/operator/products/" + product + "/withdrawal", operator(), Map.of());

        try (Topic topic = new Topic("catalog.offer.v1")) {
            List<ConsumerRecord<String, byte[]>> told =
                    topic.await(4, record -> record.key().equals(product));
            assertThat(told)
                    .extracting(record -> EventCodec.fromRecord(record).sequence())
                    .containsExactly(1L, 2L, 3L, 4L);
            assertThat(told)
                    .extracting(record -> json.readTree(record.value()).get("state").asString())
                    .containsExactly("draft", "on-sale", "on-sale", "off-sale");
            told.forEach(
                    record -> ContractAssertions.assertMatches("catalog.offer.v1", record.value()));
        }
    }

    @Test
    void the_goods_of_a_suspended_supplier_are_hidden_and_come_back() {
        String supplier = supplier();
        String product = fedProduct(supplier, "A");
        approve(product);

        post("/api/v1/operator/suppliers/" + supplier + "/suspension", operator(), Map.of());
        awaitStatus(path(product), 404);
        post("/api/v1/operator/suppliers/" + supplier + "/reinstatement", operator(), Map.of());
        awaitStatus(path(product), 200);

        try (Topic topic = new Topic("catalog.offer.v1")) {
            assertThat(topic.await(4, record -> record.key().equals(product)))
                    .extracting(record -> json.readTree(record.value()).get("state").asString())
                    .containsExactly("draft", "on-sale", "off-sale", "on-sale");
        }
    }

    @Test
    void what_is_approved_while_its_supplier_is_suspended_stays_hidden() {
        String supplier = supplier();
        String product = fedProduct(supplier, "A");
        post("/api/v1/operator/suppliers/" + supplier + "/suspension", operator(), Map.of());
        approve(product);
        get(path(product), null).expectStatus().isNotFound();
    }

    private void awaitStatus(String path, int status) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        int last = 0;
        while (last != status && System.nanoTime() < end) {
            last = get(path, null).returnResult(Void.class).getStatus().value();
            pause();
        }
        assertThat(last).isEqualTo(status);
    }

    @Test
    @Tag("CG6")
    void the_curator_price_is_for_the_bearer_of_a_valid_link_only() {
        String product = fedProduct(supplier(), "A");
        approve(product);
        curator("cur-1", "active", 1);
        curator("cur-2", "suspended", 1);
        String good = link("c1", "cur-1");
        awaitPrice(product, "c1", good, "curator");

        assertThat(price(product, "c1", good).get("fen").asLong()).isEqualTo(3_990);
        assertThat(price(product, "c1", good).get("directFen").asLong()).isEqualTo(4_590);
        assertThat(tier(product, "c2", good)).as("somebody else's").isEqualTo("direct");
        assertThat(tier(product, null, good)).as("nobody's").isEqualTo("direct");
        assertThat(tier(product, "c1", good + "x")).as("tampered").isEqualTo("direct");
        assertThat(tier(product, "cur-1", link("cur-1", "cur-1"))).as("own").isEqualTo("direct");
        assertThat(tier(product, "c1", link("c1", "cur-2"))).as("suspended").isEqualTo("direct");
        assertThat(tier(product, "c1", link("c1", "cur-9"))).as("unknown").isEqualTo("direct");
        assertThat(tier(product, "c1", consumer("c1"))).as("another type").isEqualTo("direct");

        curator("cur-1", "suspended", 2);
        awaitPrice(product, "c1", good, "direct");
    }

    private static String link(String consumer, String sharer) {
        Map<String, ?> claims =
                Map.of("shr", sharer, "lnk", "l1", "chn", "group", "pol", 1, "bnd", 1, "tch", 1);
        return Platform.shared()
                .tokens()
                .token("attribution+jwt", consumer, claims, Duration.ofDays(1));
    }

    private void curator(String id, String status, long sequence) {
        Event event =
                new Event(
                        id + ":" + sequence,
                        "community.curator.v1",
                        "test",
                        id,
                        sequence,
                        null,
                        null,
                        null,
                        clock.instant(),
                        EventJson.write(Map.of("curatorId", id, "status", status)));
        Mono.fromFuture(() ->
                        kafka.send(
                                EventCodec.toRecord(
                                        names.topic("community.curator.v1"), id, event)))
                .block(PATIENCE);
    }

    private void awaitPrice(String product, String account, String link, String tier) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!tier(product, account, link).equals(tier) && System.nanoTime() < end) {
            pause();
        }
        assertThat(tier(product, account, link)).isEqualTo(tier);
    }

    private String tier(String product, String account, String link) {
        return price(product, account, link).get("tier").asString();
    }

    private JsonNode price(String product, String account, String link) {
        var request = client.get().uri(path(product)).header("Attribution-Token", link);
        if (account != null) {
            request.header(HttpHeaders.AUTHORIZATION, "Bearer " + consumer(account));
        }
        return body(request.exchange().expectStatus().isOk()).at("/skus/0/price");
    }

    @Test
    void the_list_has_pages_and_only_what_is_on_sale() {
        String supplier = supplier();
        for (int n = 0; n < 5; n++) {
            String product = fedProduct(supplier, "L" + n);
            if (n != 2) {
                approve(product);
            }
        }
        JsonNode first = read("/api/v1/products?limit=3", null);
        assertThat(first.get("items")).hasSize(3);
        assertThat(first.get("items").get(0).get("id").asString())
                .isEqualTo(Product.idOf(supplier, "L4"));
        assertThat(first.toString()).doesNotContain(Product.idOf(supplier, "L2"));
        JsonNode second =
                read("/api/v1/products?limit=3&cursor=" + first.get("next").asString(), null);
        assertThat(second.get("items").get(0).get("id").asString())
                .isEqualTo(Product.idOf(supplier, "L0"));
        get("/api/v1/products?limit=0", null).expectStatus().isBadRequest();
        get("/api/v1/products?cursor=junk", null).expectStatus().isBadRequest();
        get("/api/v1/products?community=a%20b", null).expectStatus().isBadRequest();
    }

    @Test
    void operators_alone_review_and_see_every_price() {
        String supplier = supplier();
        String product = fedProduct(supplier, "A");
        String path = "/api/v1/operator/products/" + product;
        assertThat(read(path, operator()).at("/skus/0/supplyFen").asLong()).isEqualTo(2_600);
        get(path, consumer("c1")).expectStatus().isForbidden();
        get(path, null).expectStatus().isUnauthorized();
        get("/api/v1/operator/products?state=sold", operator()).expectStatus().isBadRequest();
        assertThat(read("/api/v1/operator/products?state=draft&limit=1", operator()).get("items"))
                .hasSize(1);
        client.post()
                .uri(path + "/withdrawal")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + operator())
                .exchange()
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("not-on-sale");
    }

    @Test
    void the_program_describes_its_interface() {
        JsonNode document = read("/v3/api-docs", null);
        assertThat(document.get("paths").propertyNames())
                .contains("/api/v1/suppliers/me/feed", "/api/v1/products/{id}");
    }
}
