package io.xinqun.commission;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.xinqun.commission.accrual.PaidOrder;
import io.xinqun.commission.accrual.PaidOrders;
import io.xinqun.commission.testing.Eventually;
import io.xinqun.commission.testing.Http;
import io.xinqun.commission.testing.Http.Answer;
import io.xinqun.commission.testing.OrderEventsTopic;
import io.xinqun.commission.testing.OrderTopic;
import io.xinqun.kernel.security.Role;
import io.xinqun.local.testing.Platform;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(OrderEventsTopic.class)
@Tag("F1")
class SimulatePlanIT {

    private static final String PATH = "/api/v1/operator/plans";

    @LocalServerPort private int port;
    @Autowired private OrderTopic orders;
    @Autowired private MongoDatabase database;
    private Http operator;

    @DynamicPropertySource
    static void platform(DynamicPropertyRegistry registry) {
        Platform.shared().register(registry);
        registry.add("xinqun.wechat.merchant-id", () -> "");
    }

    @BeforeEach
    void operator() {
        operator = Http.anonymous(port).as(Role.OPERATOR, "op-1");
    }

    @Test
    void a_sample_is_split_today_and_under_the_draft_and_nothing_changes() {
        String sku = "sku-" + key();
        String today = set(sku, "\"level1\": {\"rateBasisPoints\": 1000}");
        String plan =
                set(
                        sku,
                        "\"draft\": true, \"level1\": {\"rateBasisPoints\": 3333,"
                                + " \"maximumPerLineFen\": 300, \"supplierFundsBasisPoints\": 5000},"
                                + " \"level2\": {\"fixedFen\": 7}");
        List<Document> before = everything();

        Answer answer =
                operator.post(
                        PATH + "/" + plan + "/simulation",
                        key(),
                        """
                        {"sample": {"lines": [
                          {"skuId": "%s", "quantity": 2, "paidFen": 1000, "supplierFen": 600}]}}
                        """
                                .formatted(sku));

        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        JsonNode line = answer.body().at("/lines/0");
        assertThat(line.path("today"))
                .isEqualTo(
                        json(
                                """
                                {"plan": "%s", "version": 1, "supplierFen": 600,
                                 "level1": {"amountFen": 100, "baseFen": 1000,
                                   "rateBasisPoints": 1000, "rounding": "down",
                                   "supplierFundsFen": 0, "platformFundsFen": 100},
                                 "platformFen": 300}
                                """
                                        .formatted(today)));
        assertThat(line.path("draft"))
                .isEqualTo(
                        json(
                                """
                                {"plan": "%s", "version": 1, "supplierFen": 450,
                                 "level1": {"amountFen": 300, "baseFen": 1000,
                                   "rateBasisPoints": 3333, "rounding": "down",
                                   "cappedFromFen": 333, "cappedBy": "line",
                                   "supplierFundsFen": 150, "platformFundsFen": 150},
                                 "level2": {"amountFen": 14, "baseFen": 1000, "fixedFen": 7,
                                   "rounding": "down",
                                   "supplierFundsFen": 0, "platformFundsFen": 14},
                                 "platformFen": 236}
                                """
                                        .formatted(plan)));
        assertThat(answer.body().path("draft"))
                .isEqualTo(
                        json(
                                """
                                {"supplierFen": 450, "level1Fen": 300, "level2Fen": 14,
                                 "platformFen": 236}
                                """));
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void a_paid_order_is_split_by_what_it_was() {
        String id = "simulated-" + key();
        PaidOrder order =
                PaidOrders.of(id, 0, PaidOrders.line("1", 1_000, 100), PaidOrders.line("2", 50, 5));
        orders.send(OrderTopic.paid(order));
        String plan = set("sku", "\"draft\": true, \"level1\": {\"rateBasisPoints\": 2000}");
        String body = "{\"order\": \"" + id + "\"}";
        String path = PATH + "/" + plan + "/simulation";

        Answer answer =
                Eventually.get(
                        () -> operator.post(path, key(), body), found -> found.status() == 200);

        assertThat(answer.body().path("lines").valueStream().map(line -> line.path("paidFen")))
                .extracting(JsonNode::asLong)
                .containsExactly(1_000L, 50L);
        assertThat(answer.body().at("/lines/0/draft/plan").asString()).isEqualTo(plan);
        assertThat(answer.body().at("/lines/0/draft/supplierFen").asLong()).isEqualTo(500);
        assertThat(answer.body().at("/lines/0/draft/level1/amountFen").asLong()).isEqualTo(200);
        assertThat(answer.body().at("/lines/0/today").has("level1")).isFalse();
        assertThat(answer.body().at("/draft/level1Fen").asLong()).isEqualTo(210);
    }

    @ParameterizedTest(name = "{0} gives {1} {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | 400 | invalid-request",
                "{\"order\":\"o\",\"sample\":{\"lines\":[{\"skuId\":\"a\",\"quantity\":1,"
                        + "\"paidFen\":1,\"supplierFen\":1}]}} | 400 | invalid-request",
                "{\"sample\":{\"lines\":[]}} | 400 | invalid-request",
                "{\"sample\":{\"lines\":[null]}} | 400 | invalid-request",
                "{\"sample\":{\"lines\":[{\"skuId\":\"a\",\"quantity\":1,\"paidFen\":-1,"
                        + "\"supplierFen\":1}]}} | 400 | invalid-request",
                "{\"order\":\"never-paid\"} | 404 | not-found",
            })
    void what_cannot_be_tried_out_is_refused(String body, int status, String code) {
        String plan = set("sku-" + key(), "\"draft\": true, \"level1\": {\"fixedFen\": 1}");
        Answer answer = operator.post(PATH + "/" + plan + "/simulation", key(), body);

        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
    }

    @Test
    void only_operators_try_out_and_only_plans_that_have_not_ended() {
        String sample =
                """
                {"sample": {"lines": [
                  {"skuId": "a", "quantity": 1, "paidFen": 100, "supplierFen": 60}]}}
                """;
        String plan = set("sku-" + key(), "\"level1\": {\"fixedFen\": 1}");
        String path = PATH + "/" + plan + "/simulation";

        assertThat(Http.anonymous(port).post(path, key(), sample).status()).isEqualTo(401);
        assertThat(Http.anonymous(port).as(Role.CURATOR, "c").post(path, key(), sample).code())
                .isEqualTo("forbidden");
        assertThat(operator.post(path, key(), sample).status()).isEqualTo(200);
        assertThat(operator.post(PATH + "/nothing/simulation", key(), sample).code())
                .isEqualTo("not-found");
        operator.post(PATH + "/" + plan + "/retirement", key(), "");
        assertThat(operator.post(path, key(), sample).code()).isEqualTo("plan-retired");
    }

    private String set(String sku, String terms) {
        Answer made =
                operator.post(
                        PATH,
                        key(),
                        "{\"scope\": {\"kind\": \"sku\", \"value\": \"%s\"}, %s}"
                                .formatted(sku, terms));
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        return made.body().path("plan").asString();
    }

    /// What a plan could leave behind, but for the outbox, which empties by itself.
    private List<Document> everything() {
        return Flux.just("plans", "plan-requests", "plan-dates", "bookings")
                .concatMap(name ->
                        Flux.from(database.getCollection(name).find().sort(new Document("_id", 1))))
                .doOnNext(found -> found.remove("outbox"))
                .collectList()
                .block();
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
