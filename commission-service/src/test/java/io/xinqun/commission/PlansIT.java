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
                "{\"scope\":{\"kind\":\"category\",\"value\":\"a//b\"},\"level1\":{\"fixedFen\":1}}"
                        + " | 400 | invalid-request",
                "{\"scope\":{\"kind\":\"category\",\"value\":\"a/\"},\"level1\":{\"fixedFen\":1}}"
                        + " | 400 | invalid-request",
                "{\"scope\":{\"kind\":\"platform\"},\"level1\":{\"fixedFen\":1},\"activeFrom\":"
                        + "\"2026-01-01T00:00:00Z\"} | 422 | plan-backdated",
                "{\"scope\":{\"kind\":\"platform\"},\"level1\":{\"fixedFen\":1},\"activeOn\":"
                        + "\"2026-01-01\"} | 422 | plan-backdated",
                "{\"scope\":{\"kind\":\"platform\"},\"level1\":{\"fixedFen\":1},\"activeFrom\":"
                        + "\"+999999999-01-01T00:00:00Z\"} | 400 | invalid-request",
                "{\"scope\":{\"kind\":\"platform\"},\"level1\":{\"fixedFen\":1},\"activeOn\":"
                        + "\"2099-01-01\",\"activeFrom\":\"2099-01-01T00:00:00Z\"}"
                        + " | 400 | invalid-request",
                "{\"scope\":{\"kind\":\"platform\"},\"level1\":{\"fixedFen\":1},\"draft\":true,"
                        + "\"activeOn\":\"2099-01-01\"} | 400 | invalid-request",
                "{\"scope\":{\"kind\":\"platform\"},\"level1\":{\"fixedFen\":1,"
                        + "\"maximumPerLineFen\":0}} | 400 | invalid-request",
                "{\"scope\":{\"kind\":\"platform\"},\"level1\":{\"fixedFen\":1,"
                        + "\"supplierFundsBasisPoints\":10001}} | 400 | invalid-request",
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
    @Tag("F1")
    void a_draft_is_told_to_nobody_until_it_is_put_into_force() {
        String scope = scope("sku", "sku-" + key());
        String plan = draft(scope, 1_000);
        Answer changed = redraft(plan, scope);
        Answer unseen = activate(plan, "{\"revision\": 1}");
        String key = key();
        Answer active = operator.post(PATH + "/" + plan + "/activation", key, "{}");
        Answer repeated = operator.post(PATH + "/" + plan + "/activation", key, "{}");
        Answer again = activate(plan, "{}");

        assertThat(changed.body().at("/draft/revision").asInt()).isEqualTo(2);
        assertThat(changed.body().path("state").asString()).isEqualTo("draft");
        assertThat(unseen.code()).isEqualTo("plan-draft-changed");
        assertThat(active.body().path("state").asString()).isEqualTo("active");
        assertThat(active.body().at("/versions/0/level1/fixedFen").asInt()).isEqualTo(300);
        assertThat(active.body().has("draft")).isFalse();
        assertThat(repeated.body()).isEqualTo(active.body());
        assertThat(again.code()).isEqualTo("plan-has-no-draft");
        assertThat(redraft(plan, scope).body().path("state").asString()).isEqualTo("active");
        operator.post(PATH + "/" + plan + "/retirement", key(), "");
        List<Event> told = Eventually.get(() -> told(plan), events -> events.size() >= 2);
        assertThat(told).extracting(Event::sequence).containsExactly(3L, 5L);
        told.forEach(event -> ContractAssertions.assertMatches("commission.plan.v1", event.data()));
    }

    @Test
    @Tag("F1")
    void of_drafts_of_one_scope_that_begin_on_one_day_one_wins() {
        String scope = scope("category", "食品/" + key());
        List<String> drafts =
                IntStream.range(0, 6).mapToObj(number -> draft(scope, 100 + number)).toList();
        String on = "{\"activeOn\": \"2099-12-01\"}";
        List<CompletableFuture<Answer>> parallel =
                drafts.stream()
                        .map(plan -> CompletableFuture.supplyAsync(() -> activate(plan, on)))
                        .toList();
        List<Answer> answers = parallel.stream().map(CompletableFuture::join).toList();

        List<Answer> winners = answers.stream().filter(each -> each.status() == 200).toList();
        assertThat(winners).hasSize(1);
        assertThat(winners.getFirst().body().at("/versions/0/activeFrom").asString())
                .isEqualTo("2099-11-30T16:00:00Z");
        assertThat(answers.stream().filter(each -> each.status() != 200).map(Answer::code))
                .containsOnly("plan-date-taken");
        String winner = winners.getFirst().body().path("plan").asString();
        String loser = drafts.stream().filter(each -> !each.equals(winner)).findFirst().get();
        assertThat(activate(loser, "{\"activeOn\": \"2099-12-02\"}").status()).isEqualTo(200);
        assertThat(operator.post(PATH + "/" + winner + "/retirement", key(), "").status())
                .isEqualTo(200);
        String third =
                drafts.stream()
                        .filter(each -> !List.of(winner, loser).contains(each))
                        .findFirst()
                        .get();
        assertThat(activate(third, on).status()).as("a retired plan frees its day").isEqualTo(200);
    }

    @Test
    @Tag("F1")
    void two_plans_of_one_scope_may_both_begin_at_once() {
        String scope = scope("supplier", "s-" + key());
        String body = "{\"scope\": %s, \"level1\": {\"fixedFen\": 1}}".formatted(scope);
        List<String> from =
                IntStream.range(0, 8)
                        .mapToObj(number ->
                                CompletableFuture.supplyAsync(
                                        () -> operator.post(PATH, key(), body)))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .map(answer -> answer.body().at("/versions/0/activeFrom").asString())
                        .toList();

        assertThat(from).doesNotHaveDuplicates().doesNotContain("").hasSize(8);
    }

    @Test
    @Tag("F1")
    void a_refusal_for_paying_too_much_shows_its_arithmetic() {
        Answer refused =
                operator.post(
                        PATH,
                        key(),
                        "{\"scope\": {\"kind\": \"platform\"}, \"draft\": true,"
                                + " \"level1\": {\"rateBasisPoints\": 4000},"
                                + " \"level2\": {\"rateBasisPoints\": 1001}}");

        assertThat(refused.code()).isEqualTo("plan-pays-too-much");
        assertThat(refused.body().path("level1").asLong()).isEqualTo(4_000);
        assertThat(refused.body().path("level2").asLong()).isEqualTo(1_001);
        assertThat(refused.body().path("limit").asLong()).isEqualTo(5_000);
        assertThat(refused.body().path("unit").asString()).isEqualTo("basis points");
    }

    @Test
    void a_draft_is_thrown_away_without_a_word() {
        String plan = draft(scope("sku", "sku-" + key()), 100);
        Answer retired = operator.post(PATH + "/" + plan + "/retirement", key(), "");

        assertThat(retired.body().path("state").asString()).isEqualTo("retired");
        assertThat(activate(plan, "{}").code()).isEqualTo("plan-retired");
        assertThat(told(plan)).isEmpty();
    }

    private String draft(String scope, int rate) {
        Answer made =
                operator.post(
                        PATH,
                        key(),
                        "{\"scope\": %s, \"draft\": true, \"level1\": {\"rateBasisPoints\": %d}}"
                                .formatted(scope, rate));
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        return made.body().path("plan").asString();
    }

    private Answer redraft(String plan, String scope) {
        return operator.post(
                PATH,
                key(),
                """
                {"plan": "%s", "draft": true, "scope": %s,
                 "level1": {"fixedFen": 300, "maximumPerOrderFen": 900}}
                """
                        .formatted(plan, scope));
    }

    private Answer activate(String plan, String body) {
        return operator.post(PATH + "/" + plan + "/activation", key(), body);
    }

    private static String scope(String kind, String value) {
        return "{\"kind\": \"%s\", \"value\": \"%s\"}".formatted(kind, value);
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
                        PATH + "/{plan}/activation",
                        PATH + "/{plan}/simulation",
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
