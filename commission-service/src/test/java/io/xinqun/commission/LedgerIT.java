package io.xinqun.commission;

import static org.assertj.core.api.Assertions.assertThat;

import io.xinqun.commission.accrual.PaidLine;
import io.xinqun.commission.accrual.PaidOrder;
import io.xinqun.commission.accrual.PaidOrders;
import io.xinqun.commission.accrual.ShareRole;
import io.xinqun.commission.testing.Eventually;
import io.xinqun.commission.testing.Http;
import io.xinqun.commission.testing.OrderEventsTopic;
import io.xinqun.commission.testing.OrderTopic;
import io.xinqun.kernel.consumer.Subscription;
import io.xinqun.kernel.event.Event;
import io.xinqun.kernel.security.Role;
import io.xinqun.local.testing.Platform;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(OrderEventsTopic.class)
class LedgerIT {

    private static final int MANY = 2_000;

    @LocalServerPort private int port;
    @Autowired private OrderTopic orders;
    @Autowired private Subscription orderEvents;
    private Http http;

    @DynamicPropertySource
    static void platform(DynamicPropertyRegistry registry) {
        Platform.shared().register(registry);
        registry.add("xinqun.wechat.merchant-id", () -> "");
        registry.add("xinqun.commission.close-every", () -> "500ms");
    }

    @BeforeEach
    void callers() {
        http = Http.anonymous(port);
    }

    @Test
    @Tag("CM1")
    @Tag("CM2")
    @Tag("CM3")
    void a_paid_order_is_booked_to_the_fen_and_explains_itself() {
        PaidOrder order =
                PaidOrders.of(
                        "cm-1",
                        1_000,
                        named("1", 1_000, 200, "c-cm1"),
                        named("2", 2_000, 300, "c-cm1"),
                        named("3", 3_000, 100, "c-cm1"));
        orders.send(OrderTopic.paid(order));

        JsonNode wallet = frozen("c-cm1", 600);
        JsonNode entries =
                http.as(Role.CURATOR, "c-cm1").get("/api/v1/wallet/entries?limit=2").body();
        JsonNode rest =
                http.as(Role.CURATOR, "c-cm1")
                        .get("/api/v1/wallet/entries?limit=2&cursor=" + next(entries))
                        .body();

        assertThat(wallet.path("availableFen").asLong()).isZero();
        assertThat(wallet.at("/asOf/position").asLong()).isPositive();
        assertThat(entries.path("items").size()).isEqualTo(2);
        assertThat(rest.path("items").size()).isEqualTo(1);
        assertThat(next(rest)).isEmpty();
        JsonNode first = rest.path("items").get(0);
        assertThat(first.path("kind").asString()).isEqualTo("curator-accrual");
        assertThat(first.path("orderId").asString()).isEqualTo("cm-1");
        assertThat(first.at("/rule/plan").asString()).isEqualTo("plan-1");
        assertThat(first.at("/rule/rateBasisPoints").asInt()).isEqualTo(2_000);
    }

    @Test
    @Tag("CM4")
    void the_same_event_three_times_and_on_every_partition_is_booked_once() {
        Event event = OrderTopic.paid(PaidOrders.of("cm-4", 0, named("1", 1_000, 200, "c-cm4")));
        orders.sendAll(List.of(event, event, event));
        for (int partition = 0; partition < OrderTopic.PARTITIONS; partition++) {
            orders.sendTo(partition, event);
        }
        PaidOrder marker = PaidOrders.of("cm-4-end", 0, named("1", 1_000, 1, "c-cm4-end"));
        for (int partition = 0; partition < OrderTopic.PARTITIONS; partition++) {
            orders.sendTo(partition, OrderTopic.paid(marker));
        }

        frozen("c-cm4-end", 1);
        frozen("c-cm4", 200);
        assertThat(entriesOf("c-cm4")).hasSize(1);
        assertHolds();
    }

    @Test
    @Tag("CM24")
    void an_event_whose_effect_was_written_before_a_crash_has_no_second_effect() {
        Event event = OrderTopic.paid(PaidOrders.of("cm-24", 0, named("1", 1_000, 200, "c-cm24")));
        orderEvents.handlers().getFirst().handle(event);
        frozen("c-cm24", 200);
        orders.send(event);
        orders.send(OrderTopic.paid(PaidOrders.of("cm-24-b", 0, named("1", 500, 7, "c-cm24-b"))));

        frozen("c-cm24-b", 7);
        assertThat(frozen("c-cm24", 200).path("frozenFen").asLong()).isEqualTo(200);
        assertThat(entriesOf("c-cm24")).hasSize(1);
    }

    @Test
    void an_order_that_misses_a_fen_is_set_aside_and_the_next_one_is_booked() {
        PaidOrder order = PaidOrders.of("cm-bad", 0, named("1", 1_000, 200, "c-bad"));
        ObjectNode data = OrderTopic.json(order);
        ((ObjectNode) data.path("lines").get(0).path("split").get(0)).put("amountFen", 499);
        orders.send(OrderTopic.event("cm-bad", 3, "order.paid.v1", data.toString()));
        orders.send(OrderTopic.event("cm-bad", 3, "order.paid.v1", "{\"orderId\":\"cm-bad\"}"));
        orders.send(OrderTopic.paid(PaidOrders.of("cm-bad", 0, named("1", 900, 3, "c-good"))));

        frozen("c-good", 3);
        assertThat(entriesOf("c-bad")).isEmpty();
    }

    @Test
    void a_late_payment_comes_and_goes_and_touches_no_wallet() {
        Map<String, Long> before = accounts();
        orders.send(refund("order.refund-requested.v1"));
        orders.send(refund("order.refund-requested.v1"));
        orders.send(refund("order.refunded.v1"));
        orders.send(refund("order.refunded.v1"));
        orders.send(OrderTopic.paid(PaidOrders.of("late-end", 0, named("1", 100, 9, "c-late"))));

        frozen("c-late", 9);
        JsonNode proof = assertHolds();
        assertThat(proof.at("/deposit/balanceFen").asLong()).isZero();
        assertThat(accounts().get("clearing:wechat"))
                .isEqualTo(before.getOrDefault("clearing:wechat", 0L) + 99);
    }

    @Test
    @Tag("CM23")
    void two_thousand_orders_with_random_splits_add_up_everywhere() {
        Random random = new Random(20261122);
        List<Event> events = new ArrayList<>();
        Map<String, Long> expected = new HashMap<>();
        long paid = 0;
        Map<String, Long> before = accounts();
        for (int number = 0; number < MANY; number++) {
            PaidOrder order = PaidOrders.random("many-" + number, random);
            paid += order.paid().amount();
            order.lines().stream()
                    .flatMap(line -> line.split().stream())
                    .filter(share -> share.role() == ShareRole.SUPPLIER)
                    .forEach(share ->
                            expected.merge(share.account(), share.amount().amount(), Long::sum));
            events.add(OrderTopic.paid(order));
        }
        List<Event> sent = new ArrayList<>(events);
        sent.addAll(events.subList(0, MANY / 10));
        Collections.shuffle(sent, random);
        orders.sendAll(sent);

        expected.forEach((supplier, sum) ->
                Eventually.get(
                        Duration.ofSeconds(300),
                        () -> supplierWallet(supplier),
                        frozen -> frozen.equals(sum)));
        JsonNode proof =
                Eventually.get(
                        this::assertHolds, seen -> seen.at("/deposit/balanceFen").asLong() == 0);
        Map<String, Long> after = accounts();
        long received =
                after.get("clearing:wechat")
                        + after.get("provider-fee")
                        - before.getOrDefault("clearing:wechat", 0L)
                        - before.getOrDefault("provider-fee", 0L);
        assertThat(received).isEqualTo(paid);
        assertThat(proof.at("/lots/lots").asLong()).isGreaterThan(MANY);
        Eventually.get(this::proof, seen -> seen.at("/deposit/open").asLong() == 0);
    }

    @Test
    void nobody_reads_what_is_not_theirs() {
        assertThat(http.get("/api/v1/wallet").status()).isEqualTo(401);
        assertThat(http.as(Role.CONSUMER, "x").get("/api/v1/wallet").code()).isEqualTo("forbidden");
        assertThat(http.as(Role.CURATOR, "x").get("/api/v1/wallet?holder=supplier").code())
                .isEqualTo("forbidden");
        assertThat(http.as(Role.CURATOR, "x").get("/api/v1/wallet?holder=pirate").code())
                .isEqualTo("invalid-request");
        assertThat(http.as(Role.CURATOR, "x").get("/api/v1/wallet/entries?cursor=%20").code())
                .isEqualTo("invalid-request");
        assertThat(http.as(Role.CURATOR, "x").get("/api/v1/wallet/entries?limit=0").code())
                .isEqualTo("invalid-request");
        for (String path : List.of("ledger/proof", "ledger/accounts", "plans")) {
            assertThat(http.as(Role.CURATOR, "x").get("/api/v1/operator/" + path).code())
                    .isEqualTo("forbidden");
        }
        assertThat(operator().get("/api/v1/operator/ledger/proof?day=yesterday").code())
                .isEqualTo("invalid-request");
    }

    private static Event refund(String type) {
        return OrderTopic.refund(type, "late-1", "late-1-r1", 12_600);
    }

    private static PaidLine named(String lineId, long paid, long commission, String curator) {
        return PaidOrders.line(lineId, paid, commission, curator);
    }

    private JsonNode frozen(String curator, long fen) {
        return Eventually.get(
                () -> http.as(Role.CURATOR, curator).get("/api/v1/wallet").body(),
                wallet -> wallet.path("frozenFen").asLong() == fen);
    }

    private Long supplierWallet(String supplier) {
        return http.asSupplier(supplier).get("/api/v1/wallet").body().path("frozenFen").asLong();
    }

    private List<JsonNode> entriesOf(String curator) {
        List<JsonNode> entries = new ArrayList<>();
        http.as(Role.CURATOR, curator)
                .get("/api/v1/wallet/entries")
                .body()
                .path("items")
                .forEach(entries::add);
        return entries;
    }

    private static String next(JsonNode page) {
        return page.path("next").asString("");
    }

    private Map<String, Long> accounts() {
        Map<String, Long> balances = new HashMap<>();
        operator()
                .get("/api/v1/operator/ledger/accounts")
                .body()
                .path("accounts")
                .forEach(account ->
                        balances.put(
                                account.path("account").asString(),
                                account.path("balanceFen").asLong()));
        return balances;
    }

    private JsonNode proof() {
        return operator().get("/api/v1/operator/ledger/proof").body();
    }

    private JsonNode assertHolds() {
        JsonNode proof = proof();
        assertThat(proof.path("holds").asBoolean()).as("%s", proof).isTrue();
        return proof;
    }

    private Http operator() {
        return http.as(Role.OPERATOR, "op-1");
    }
}
