package io.xinqun.commission;

import static org.assertj.core.api.Assertions.assertThat;

import io.xinqun.commission.testing.Eventually;
import io.xinqun.commission.testing.Http;
import io.xinqun.commission.testing.Http.Answer;
import io.xinqun.commission.testing.OrderEventsTopic;
import io.xinqun.kernel.event.ContractAssertions;
import io.xinqun.kernel.event.Event;
import io.xinqun.kernel.event.EventCodec;
import io.xinqun.kernel.event.KafkaNames;
import io.xinqun.kernel.security.Role;
import io.xinqun.local.testing.Platform;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(OrderEventsTopic.class)
class PlansIT {

    private static final String PATH = "/api/v1/operator/plans";

    @LocalServerPort private int port;
    @Autowired private ConsumerFactory<String, byte[]> consumers;
    @Autowired private KafkaNames names;
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
    void a_plan_is_created_revised_and_retired_and_each_change_is_told_in_order() {
        Answer created = operator.post(PATH, key(), rate("sku", "sku-1", 1_000));
        String plan = created.body().path("plan").asString();
        Answer revised =
                operator.post(
                        PATH,
                        key(),
                        """
                        {"plan": "%s", "scope": {"kind": "sku", "value": "sku-1"},
                         "level1": {"rateBasisPoints": 1500}, "level2": {"fixedFen": 50}}
                        """
                                .formatted(plan));
        Answer retired = operator.post(PATH + "/" + plan + "/retirement", key(), "");
        Answer again = operator.post(PATH + "/" + plan + "/retirement", key(), "");

        assertThat(created.status()).isEqualTo(201);
        assertThat(revised.body().path("versions").size()).isEqualTo(2);
        assertThat(retired.body().path("state").asString()).isEqualTo("retired");
        assertThat(again.status()).isEqualTo(200);
        List<Event> told = Eventually.get(() -> told(plan), events -> events.size() >= 3);
        assertThat(told).extracting(Event::sequence).containsExactly(1L, 2L, 3L);
        told.forEach(event -> ContractAssertions.assertMatches("commission.plan.v1", event.data()));
        assertThat(operator.post(PATH, key(), revisionOf(plan)).code()).isEqualTo("plan-retired");
    }

    @Test
    void a_repeated_request_joins_the_first_and_another_body_is_refused() {
        String key = key();
        String body = rate("sku", "sku-2", 1_000);
        List<CompletableFuture<Answer>> parallel =
                IntStream.range(0, 5)
                        .mapToObj(number ->
                                CompletableFuture.supplyAsync(() -> operator.post(PATH, key, body)))
                        .toList();
        List<String> plans =
                parallel.stream()
                        .map(CompletableFuture::join)
                        .map(answer -> answer.body().path("plan").asString())
                        .distinct()
                        .toList();

        assertThat(plans).hasSize(1);
        assertThat(operator.post(PATH, key, rate("sku", "sku-2", 1_001)).code())
                .isEqualTo("idempotency-key-reused");
        assertThat(
                        Http.anonymous(port)
                                .as(Role.OPERATOR, "op-2")
                                .post(PATH, key, body)
                                .body()
                                .path("plan")
                                .asString())
                .isNotEqualTo(plans.getFirst());
    }

    @ParameterizedTest(name = "{0} gives {1} {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                    | 400 | invalid-request",
                "[] | 400 | invalid-request",
                "{ | 400 | malformed-body",
                "{\"scope\":{\"kind\":\"moon\"},\"level1\":{\"fixedFen\":1}} | 400 | invalid-request",
                "{\"scope\":{\"kind\":\"sku\"},\"level1\":{\"fixedFen\":1}}  | 400 | invalid-request",
                "{\"scope\":{\"kind\":\"platform\",\"value\":\"x\"},\"level1\":{\"fixedFen\":1}}"
                        + " | 400 | invalid-request",
                "{\"scope\":{\"kind\":\"platform\"},\"level1\":{}} | 400 | invalid-request",
                "{\"scope\":{\"kind\":\"platform\"},\"level1\":{\"fixedFen\":1,\"rateBasisPoints\":1}}"
                        + " | 400 | invalid-request",
                "{\"scope\":{\"kind\":\"platform\"},\"level1\":{\"fixedFen\":-1}}"
                        + " | 400 | invalid-request",
                "{\"scope\":{\"kind\":\"platform\"},\"level1\":{\"fixedFen\":1.5}}"
                        + " | 400 | invalid-request",
                "{\"scope\":{\"kind\":\"platform\"},\"level1\":{\"fixedFen\":99999999999999999999}}"
                        + " | 400 | invalid-request",
                "{\"scope\":{\"kind\":\"platform\"},\"level1\":{\"fixedFen\":9223372036854775807}}"
                        + " | 422 | plan-pays-too-much",
                "{\"scope\":{\"kind\":\"platform\"},\"level1\":{\"rateBasisPoints\":5001}}"
                        + " | 422 | plan-pays-too-much",
                "{\"plan\":\"nothing\",\"scope\":{\"kind\":\"platform\"},\"level1\":{\"fixedFen\":1}}"
                        + " | 404 | not-found",
            })
    void what_cannot_be_is_refused(String body, int status, String code) {
        Answer answer = operator.post(PATH, key(), body);

        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
    }

    @Test
    @Tag("CM10")
    void a_third_level_head_count_and_entry_fees_have_no_form() {
        for (String member : List.of("level3", "headCountFen", "entryFeeFen", "recruitingFen")) {
            String body =
                    rate("platform", null, 100)
                            .replaceFirst("\\{", "{\"" + member + "\": {\"fixedFen\": 1}, ");

            assertThat(operator.post(PATH, key(), body).code()).isIn("invalid-request");
        }
    }

    @Test
    void plans_are_for_operators_and_come_in_pages() {
        Http anonymous = Http.anonymous(port);
        String body = rate("sku", "sku-3", 100);
        for (int plan = 0; plan < 3; plan++) {
            operator.post(PATH, key(), body);
        }
        Answer first = operator.get(PATH + "?limit=2");
        Answer second =
                operator.get(PATH + "?limit=2&cursor=" + first.body().path("next").asString());

        assertThat(anonymous.post(PATH, key(), body).status()).isEqualTo(401);
        assertThat(anonymous.as(Role.CURATOR, "c").post(PATH, key(), body).code())
                .isEqualTo("forbidden");
        assertThat(first.body().path("items").size()).isEqualTo(2);
        assertThat(second.body().path("items").size()).isPositive();
        assertThat(second.body().at("/items/0/plan"))
                .isNotEqualTo(first.body().at("/items/1/plan"));
        assertThat(operator.get(PATH + "?cursor=nonsense").code()).isEqualTo("invalid-request");
    }

    @Test
    void the_api_describes_itself() {
        Answer document = Http.anonymous(port).get("/v3/api-docs");

        assertThat(document.status()).isEqualTo(200);
        assertThat(document.body().path("paths").propertyNames())
                .contains(
                        PATH,
                        PATH + "/{plan}/retirement",
                        "/api/v1/wallet",
                        "/api/v1/wallet/entries",
                        "/api/v1/operator/ledger/accounts",
                        "/api/v1/operator/ledger/proof");
    }

    private List<Event> told(String plan) {
        List<Event> events = new ArrayList<>();
        try (Consumer<String, byte[]> consumer = consumers.createConsumer("reader", key())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(names.topic("commission.plan.v1")).stream()
                            .map(found -> new TopicPartition(found.topic(), found.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(record -> events.add(EventCodec.fromRecord(record)));
            }
        }
        return events.stream().filter(event -> event.subject().equals(plan)).toList();
    }

    private static String revisionOf(String plan) {
        return rate("sku", "sku-1", 100).replaceFirst("\\{", "{\"plan\": \"" + plan + "\", ");
    }

    private static String rate(String kind, @Nullable String value, int rate) {
        String scope =
                value == null
                        ? "{\"kind\": \"%s\"}".formatted(kind)
                        : "{\"kind\": \"%s\", \"value\": \"%s\"}".formatted(kind, value);
        return "{\"scope\": %s, \"level1\": {\"rateBasisPoints\": %d}}".formatted(scope, rate);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
