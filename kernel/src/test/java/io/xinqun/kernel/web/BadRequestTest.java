package io.xinqun.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@SpringBootTest(
        classes = SampleProgram.class,
        properties = "spring.config.import=classpath:xinqun-defaults.yml")
@AutoConfigureWebTestClient
class BadRequestTest {

    private static final String VALID =
            "{\"price\":100,\"count\":1,\"gift\":false,\"kind\":\"GOODS\","
                    + "\"lines\":[{\"sku\":\"s-1\",\"quantity\":2}]}";

    @Autowired private WebTestClient client;

    @Test
    void a_valid_body_is_taken() {
        post(VALID).expectStatus().isOk().expectBody().jsonPath("$.price").isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"price\":100|\"price\":\"100\"|price|wrong-type",
                "\"price\":100|\"price\":1.5|price|wrong-type",
                "\"price\":100|\"price\":1.0|price|wrong-type",
                "\"price\":100|\"price\":1e2|price|wrong-type",
                "\"price\":100|\"price\":true|price|wrong-type",
                "\"price\":100|\"price\":{}|price|wrong-type",
                "\"price\":100|\"price\":9223372036854775808|price|wrong-type",
                "\"price\":100|\"price\":99999999999999999999999|price|wrong-type",
                "\"price\":100|\"price\":null|price|not-null",
                "\"count\":1|\"count\":null|count|missing",
                "\"count\":1,|``|count|missing",
                "\"count\":1|\"count\":\"1\"|count|wrong-type",
                "\"gift\":false|\"gift\":\"true\"|gift|wrong-type",
                "\"gift\":false|\"gift\":0|gift|wrong-type",
                "\"kind\":\"GOODS\"|\"kind\":\"FISH\"|kind|invalid-value",
                "\"kind\":\"GOODS\"|\"kind\":0|kind|wrong-type",
                "\"sku\":\"s-1\"|\"sku\":7|lines[0].sku|wrong-type",
                "\"sku\":\"s-1\"|\"sku\":true|lines[0].sku|wrong-type",
                "\"sku\":\"s-1\"|\"sku\":\" \"|lines[0].sku|not-blank",
                "\"sku\":\"s-1\"|\"sku\":\"a\\ud800\"|lines[0].sku|invalid-value",
                "\"sku\":\"s-1\"|\"sku\":\"a\\u0007\"|lines[0].sku|invalid-value",
                "\"sku\":\"s-1\"|\"sku\":\"a\\u202eb\"|lines[0].sku|invalid-value",
                "\"quantity\":2|\"quantity\":0|lines[0].quantity|positive",
                "\"quantity\":2|\"quantity\":2147483648|lines[0].quantity|wrong-type",
                "\"quantity\":2|\"quantity\":2,\"more\":1|lines[0].more|unknown-field",
                "\"gift\":false|\"gift\":false,\"admin\":true|admin|unknown-field",
                "\"gift\":false|\"gift\":false,\"at\":\"yesterday\"|at|invalid-value",
                "\"gift\":false|\"gift\":false,\"at\":1700000000|at|wrong-type",
                "[{\"sku\":\"s-1\",\"quantity\":2}]|[]|lines|not-empty",
                "[{\"sku\":\"s-1\",\"quantity\":2}]|{}|lines|wrong-type",
            })
    void a_wrong_member_is_named(String part, String instead, String field, String code) {
        String body = VALID.replace(part, instead);
        assertThat(body).isNotEqualTo(VALID);
        problem(post(body), 400, "invalid-request")
                .jsonPath("$.errors[0].field")
                .isEqualTo(field)
                .jsonPath("$.errors[0].code")
                .isEqualTo(code)
                .jsonPath("$.errors[0].message")
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"text\"", "7", "null"})
    void a_body_of_another_kind_is_refused(String body) {
        post(body).expectStatus().isBadRequest().expectBody().jsonPath("$.code").isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{", "{\"price\":}", "not json", "{'price':1}", "{\"price\":01}", "\u0000"})
    void what_is_no_json_is_malformed(String body) {
        problem(post(body), 400, "malformed-body");
    }

    @Test
    void trailing_text_doubled_members_and_deep_nesting_are_malformed() {
        problem(post(VALID + "{}"), 400, "invalid-request", "malformed-body");
        problem(
                post(VALID.replace("\"count\":1", "\"count\":1,\"count\":2")),
                400,
                "malformed-body");
        String deep = "[".repeat(5_000) + "]".repeat(5_000);
        problem(
                post(VALID.replace("\"price\":100", "\"price\":" + deep)),
                400,
                "malformed-body",
                "invalid-request");
    }

    @Test
    void no_body_is_malformed() {
        var answer =
                client.post()
                        .uri("/api/open/orders")
                        .contentType(MediaType.APPLICATION_JSON)
                        .exchange();
        problem(answer, 400, "malformed-body");
    }

    @Test
    void a_large_body_is_refused_with_413() {
        problem(post(VALID.replace("s-1", "x".repeat(300 << 10))), 413, "body-too-large");
    }

    @Test
    void another_media_type_is_415_and_another_answer_406() {
        var text =
                client.post()
                        .uri("/api/open/orders")
                        .contentType(MediaType.TEXT_PLAIN)
                        .bodyValue(VALID)
                        .exchange();
        problem(text, 415, "unsupported-media-type");
        var image =
                client.post()
                        .uri("/api/open/orders")
                        .contentType(MediaType.APPLICATION_JSON)
                        .accept(MediaType.IMAGE_PNG)
                        .bodyValue(VALID)
                        .exchange();
        problem(image, 406, "not-acceptable");
    }

    @Test
    void an_unknown_path_is_404_and_a_wrong_method_405_with_what_is_allowed() {
        problem(client.get().uri("/api/open/nowhere").exchange(), 404, "not-found");
        problem(client.get().uri("/nowhere").exchange(), 404, "not-found");
        var wrong = client.get().uri("/api/open/orders").exchange();
        wrong.expectHeader().valueEquals(HttpHeaders.ALLOW, "POST");
        problem(wrong, 405, "method-not-allowed");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/open/items/abc, number, wrong-type",
        "/api/open/items/9223372036854775808, number, wrong-type",
        "/api/open/items/1?count=x, count, wrong-type",
        "/api/open/items/1?count=0, count, positive",
        "/api/open/items/1?kind=FISH, kind, wrong-type",
        "/api/open/required, name, missing",
        "/api/open/required?name=a, X-Sample, missing",
        "/api/open/pages?limit=0, limit, out-of-range",
        "/api/open/pages?limit=101, limit, out-of-range",
        "/api/open/pages?limit=%D9%A5, limit, out-of-range",
        "/api/open/pages?limit=many, limit, out-of-range"
    })
    void a_bad_path_or_query_value_is_named(String uri, String field, String code) {
        problem(client.get().uri(uri).exchange(), 400, "invalid-request")
                .jsonPath("$.errors[0].field")
                .isEqualTo(field)
                .jsonPath("$.errors[0].code")
                .isEqualTo(code);
    }

    @Test
    void a_cursor_that_was_not_made_here_is_refused() {
        problem(client.get().uri("/api/open/pages?cursor=%21").exchange(), 400, "invalid-request");
    }

    @Test
    void the_programs_own_problems_keep_their_code_and_members() {
        problem(fails("conflict"), 409, "conflict").jsonPath("$.seen").isEqualTo(7);
        problem(fails("money"), 400, "invalid-request");
        problem(fails("status"), 410, "gone").jsonPath("$.detail").isEqualTo("Gone");
        var lag = fails("lag");
        lag.expectHeader().valueEquals(HttpHeaders.RETRY_AFTER, "1");
        problem(lag, 503, "not-known-yet").jsonPath("$.sku").isEqualTo("s-1");
    }

    @Test
    void a_bug_is_500_without_anything_of_its_inside() {
        var body = fails("bug").expectStatus().isEqualTo(500).expectBody(String.class);
        body.value(text -> {
            assertThat(text).contains("\"code\":\"internal\"").contains("correlationId");
            assertThat(text).doesNotContain("secret").doesNotContain("Exception");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zh-CN|内容不存在",
                "zh|内容不存在",
                "zh-Hans-CN,en;q=0.5|内容不存在",
                "en|There is nothing here",
                "fr|There is nothing here",
                "***|There is nothing here"
            })
    void the_title_speaks_the_callers_language(String accepted, String title) {
        var answer =
                client.get()
                        .uri("/nowhere")
                        .header(HttpHeaders.ACCEPT_LANGUAGE, accepted)
                        .exchange();
        problem(answer, 404, "not-found").jsonPath("$.title").isEqualTo(title);
    }

    @Test
    void the_correlation_id_comes_back_and_is_made_when_it_is_not_proper() {
        var own = client.get().uri("/nowhere").header("X-Correlation-Id", "mine-1").exchange();
        own.expectHeader().valueEquals("X-Correlation-Id", "mine-1");
        problem(own, 404, "not-found").jsonPath("$.correlationId").isEqualTo("mine-1");
        var bad = client.get().uri("/nowhere").header("X-Correlation-Id", "a b\tc").exchange();
        problem(bad, 404, "not-found")
                .jsonPath("$.correlationId")
                .value(id -> assertThat((String) id).doesNotContain(" "));
    }

    private ResponseSpec fails(String how) {
        return client.get().uri("/api/open/fails/" + how).exchange();
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "nonsense", "application/xml;q=1"})
    void who_accepts_no_json_is_refused_before_the_effect(String accepted) {
        problem(
                client.post()
                        .uri("/api/open/orders")
                        .header(HttpHeaders.ACCEPT, accepted)
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue("no json, which would be told if it were read")
                        .exchange(),
                406,
                "not-acceptable");
    }

    @Test
    void an_address_with_characters_that_no_id_has_is_a_problem_too() {
        problem(client.get().uri("/api/open/items/1%2525").exchange(), 400, "invalid-request");
    }

    private ResponseSpec post(String body) {
        return client.post()
                .uri("/api/open/orders")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private static WebTestClient.BodyContentSpec problem(
            ResponseSpec answer, int status, String... codes) {
        answer.expectStatus().isEqualTo(status);
        answer.expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON);
        return answer.expectBody()
                .jsonPath("$.code")
                .value(code -> assertThat(codes).contains((String) code))
                .jsonPath("$.status")
                .isEqualTo(status)
                .jsonPath("$.type")
                .isNotEmpty()
                .jsonPath("$.instance")
                .isNotEmpty();
    }
}
