package io.xinqun.order.plans;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.xinqun.kernel.event.ContractAssertions;
import io.xinqun.kernel.event.Event;
import io.xinqun.order.order.deal.PlanBook;
import io.xinqun.order.order.deal.PlanBooks;
import io.xinqun.order.testing.Instance;
import io.xinqun.order.testing.Instance.Reply;
import io.xinqun.order.testing.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Plans come in as events, and what they say about a line is on the paid order for good.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Tag("F1")
class FrozenPlansIT {

    private static final String CURATOR = "curator-lin";

    private static World world;
    private static Instance one;

    @BeforeAll
    static void start() throws Exception {
        world = new World(FrozenPlansIT.class);
        one = world.start(Map.of());
        world.tell(
                "community.curator.v1",
                CURATOR,
                "community.curator.v1",
                1,
                Map.of(
                        "curatorId",
                        CURATOR,
                        "status",
                        "active",
                        "level",
                        "gold",
                        "since",
                        Instant.now().toString()));
    }

    @AfterAll
    static void stop() throws Exception {
        world.close();
    }

    @Test
    @Tag("CM18")
    void what_a_plan_pays_is_frozen_when_the_order_is_placed() {
        String flash = "flash-" + UUID.randomUUID().toString().substring(0, 8);
        String sku = sellIn(flash);
        Map<String, Object> level1 =
                Map.of(
                        "rateBasisPoints",
                        2_000,
                        "maximumPerLineFen",
                        700,
                        "supplierFundsBasisPoints",
                        5_000);
        plan(flash, "activity", flash, 1, Map.of(1, level1));
        double before = capped();
        String order = place(sku);
        plan(flash, "activity", flash, 2, Map.of(1, level1, 2, Map.of("rateBasisPoints", 1)));
        double after = capped();
        JsonNode paid = paid(order);

        assertThat(paid.at("/attribution/level").asString()).isEqualTo("gold");
        JsonNode line = paid.at("/lines/0");
        assertThat(line.path("activity").asString()).isEqualTo(flash);
        assertThat(line.path("categoryPath").valueStream().map(JsonNode::asString))
                .containsExactly("食品", "粮油");
        assertThat(line.at("/split/0/amountFen").asLong()).isEqualTo(2_000 - 350);
        assertThat(line.at("/split/1"))
                .isEqualTo(
                        JsonMapper.shared()
                                .readTree(
                                        """
                                        {"role": "curator", "account": "curator-lin",
                                         "amountFen": 700,
                                         "rule": {"planId": "%s", "version": 1, "baseFen": 4000,
                                          "rateBasisPoints": 2000, "rounding": "down",
                                          "cappedFrom": 800, "cappedBy": "line",
                                          "supplierFundsFen": 350}}
                                        """
                                                .formatted(flash)));
        assertThat(after).isEqualTo(before + 1);
    }

    @Test
    void a_level_of_curators_is_paid_by_its_plan_and_a_retired_plan_by_nobody() {
        String sku = sellIn("base");
        plan("gold-plan", "curator-level", "gold", 1, Map.of(1, Map.of("rateBasisPoints", 300)));
        JsonNode under = paid(place(sku));
        retire("gold-plan", "curator-level", "gold", 2);
        JsonNode after = paid(place(sku));

        assertThat(under.at("/lines/0/split/1/rule/planId").asString()).isEqualTo("gold-plan");
        assertThat(under.at("/lines/0/split/1/amountFen").asLong()).isEqualTo(120);
        assertThat(after.at("/lines/0/split/1/role").asString()).isEqualTo("platform");
    }

    private static double capped() {
        return one
                .bean(MeterRegistry.class)
                .find("xinqun.order.commission.capped")
                .tag("cap", "line")
                .counters()
                .stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private static String place(String sku) {
        ObjectNode body = JsonMapper.shared().createObjectNode();
        body.setAll((ObjectNode) JsonMapper.shared().readTree(Instance.body(1, sku)));
        body.put("attributionToken", token());
        Reply reply =
                one.post("mei", "/api/v1/orders", UUID.randomUUID().toString(), body.toString());
        assertThat(reply.status()).as(reply.raw().body()).isEqualTo(201);
        return reply.text("id");
    }

    private static String token() {
        Map<String, Object> claims =
                Map.of("shr", CURATOR, "lnk", "Xq7Lm2", "chn", "group", "bnd", 1, "pol", 1);
        return world.platform.tokens().token("attribution+jwt", "mei", claims, Duration.ofHours(1));
    }

    private static JsonNode paid(String order) {
        world.wechat.payNumber(world.paymentNumber("mei", order));
        World.await("told", () -> world.types(order).contains("order.paid.v1"));
        Event event =
                world.told(order).stream()
                        .filter(each -> each.type().equals("order.paid.v1"))
                        .findFirst()
                        .orElseThrow();
        ContractAssertions.assertMatches(event.type(), event.data());
        return JsonMapper.shared().readTree(event.data());
    }

    /// A SKU for 40.00 yuan through a curator, of which the supplier gets 20.00.
    private static String sellIn(String quota) {
        String sku = "sku-" + UUID.randomUUID().toString().substring(0, 8);
        String unit = sku + ":main:" + quota;
        Map<String, Object> offer = new LinkedHashMap<>();
        offer.put("productId", "p-" + sku);
        offer.put("supplierId", "s-1");
        offer.put("name", "五常大米");
        offer.put("kind", "goods");
        offer.put("categoryPath", List.of("食品", "粮油"));
        offer.put("state", "on-sale");
        offer.put("afterSaleDays", 7);
        offer.put(
                "skus",
                List.of(
                        Map.of(
                                "skuId", sku,
                                "supplierSku", "S-" + sku,
                                "stockUnit", unit,
                                "supplyFen", 2_000,
                                "directFen", 4_500,
                                "curatorFen", 4_000,
                                "maxPerOrder", 20)));
        offer.put("updatedAt", Instant.now().toString());
        world.tell("catalog.offer.v1", "p-" + sku, "catalog.offer.v1", 1, offer);
        world.stock.stock(unit, 9);
        String quote = "{\"lines\":[{\"skuId\":\"" + sku + "\",\"quantity\":1}]}";
        World.await(
                "the offer is known",
                () -> one.post("mei", "/api/v1/quotes", null, quote).status() == 200);
        return sku;
    }

    private static void plan(
            String id, String kind, String value, long sequence, Map<Integer, Object> levels) {
        List<Object> versions = new ArrayList<>();
        levels.keySet().stream()
                .sorted()
                .forEach(number ->
                        versions.add(version(number, "active", kind, value, levels.get(number))));
        tell(id, sequence, versions);
        World.await(
                id + " is known",
                () ->
                        known().plans().stream()
                                .anyMatch(plan ->
                                        plan.planId().equals(id)
                                                && plan.version() == levels.size()));
    }

    private static void retire(String id, String kind, String value, long sequence) {
        Object level = Map.of("rateBasisPoints", 300);
        tell(id, sequence, List.of(version(1, "retired", kind, value, level)));
        World.await(
                id + " is retired",
                () -> known().plans().stream().noneMatch(plan -> plan.planId().equals(id)));
    }

    private static void tell(String id, long sequence, List<Object> versions) {
        Map<String, Object> data = Map.of("planId", id, "versions", versions);
        ContractAssertions.assertMatches(
                "commission.plan.v1", JsonMapper.shared().writeValueAsBytes(data));
        world.tell("commission.plan.v1", id, "commission.plan.v1", sequence, data);
    }

    private static Object version(
            int number, String state, String kind, String value, Object level1) {
        return Map.of(
                "version",
                number,
                "state",
                state,
                "activeFrom",
                Instant.parse("2026-11-01T00:00:00Z").plusSeconds(number).toString(),
                "scope",
                Map.of("kind", kind, "value", value),
                "level1",
                level1,
                "selfPurchase",
                false);
    }

    private static PlanBook known() {
        return one.bean(PlanBooks.class).current().block();
    }
}
