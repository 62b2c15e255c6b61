package io.xinqun.community;

import static org.assertj.core.api.Assertions.assertThat;

import io.xinqun.local.testing.Platform;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadInputIT extends Program {

    @ParameterizedTest(name = "{0} {2} with {3} is {4} {5}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    nobody   | POST | /api/v1/sign-in/wechat-mini-program | {}                              | 400 | invalid-request
                    nobody   | POST | /api/v1/sign-in/wechat-mini-program | {"code":""}                     | 400 | invalid-request
                    nobody   | POST | /api/v1/sign-in/wechat-mini-program | {"code":7}                      | 400 | invalid-request
                    nobody   | POST | /api/v1/sign-in/wechat-mini-program | {"code":"a","x":1}              | 400 | invalid-request
                    nobody   | POST | /api/v1/sign-in/wechat-mini-program | {"code":"never-made-by-wechat"} | 401 | code-refused
                    nobody   | POST | /api/v1/sign-in/wechat-mini-program | {"code":                         | 400 | malformed-body
                    nobody   | POST | /api/v1/sign-in/wechat-mini-program | []                              | 400 | *
                    nobody   | POST | /api/v1/sign-in/wechat-mini-program |                                 | 400 | malformed-body
                    nobody   | POST | /api/v1/sign-in/password   | {"login":"operator"}                     | 400 | invalid-request
                    nobody   | POST | /api/v1/sign-in/password   | {"login":null,"password":null}           | 400 | invalid-request
                    nobody   | POST | /api/v1/sign-in/password   | {"login":"💥","password":"💥"}             | 401 | sign-in-refused
                    nobody   | POST | /api/v1/sign-in/refresh    | {"refreshToken":"x"}                     | 401 | refresh-refused
                    nobody   | POST | /api/v1/sign-in/refresh    | {"refreshToken":{}}                      | 400 | invalid-request
                    nobody   | POST | /api/v1/sign-out           | {}                                       | 401 | not-signed-in
                    nobody   | GET  | /api/v1/me                 |                                          | 401 | not-signed-in
                    consumer | GET  | /api/v1/communities?limit=0       |                                   | 400 | invalid-request
                    consumer | GET  | /api/v1/communities?limit=101     |                                   | 400 | invalid-request
                    consumer | GET  | /api/v1/communities?limit=x       |                                   | 400 | invalid-request
                    consumer | GET  | /api/v1/communities?cursor=broken |                                   | 400 | invalid-request
                    consumer | GET  | /api/v1/communities/none          |                                   | 404 | not-found
                    nobody   | GET  | /api/v1/communities               |                                   | 401 | not-signed-in
                    nobody   | GET  | /api/v1/communities/none          |                                   | 401 | not-signed-in
                    nobody   | PUT  | /api/v1/communities               | {}                                | 401 | not-signed-in
                    consumer | PUT  | /api/v1/communities               | {}                                | 405 | method-not-allowed
                    consumer | GET  | /api/v1/nothing-here              |                                   | 404 | not-found
                    consumer | POST | /api/v1/operator/accounts  | {"login":"x","password":"y","roles":[]}  | 400 | invalid-request
                    consumer | POST | /api/v1/operator/accounts  | {"login":"good","password":"long-enough-1","roles":["consumer"]}              | 403 | forbidden
                    operator | POST | /api/v1/operator/accounts  | {"login":"13800001111","password":"long-enough-1","roles":["consumer"]}       | 400 | invalid-request
                    operator | POST | /api/v1/operator/accounts  | {"login":"good","password":"short","roles":["consumer"]}                      | 400 | invalid-request
                    operator | POST | /api/v1/operator/accounts  | {"login":"good","password":"long-enough-1","roles":["curator"]}               | 400 | invalid-request
                    operator | POST | /api/v1/operator/accounts  | {"login":"good","password":"long-enough-1","roles":["supplier"]}              | 400 | invalid-request
                    operator | POST | /api/v1/operator/accounts  | {"login":"good","password":"long-enough-1","roles":["consumer"],"supplier":"s"} | 400 | invalid-request
                    operator | POST | /api/v1/operator/accounts  | {"login":"good","password":"long-enough-1","roles":[null]}                    | 400 | invalid-request
                    operator | POST | /api/v1/operator/curators  | {"account":"nobody"}                     | 422 | unknown-account
                    operator | POST | /api/v1/operator/curators  | {"account":" "}                          | 400 | invalid-request
                    operator | POST | /api/v1/operator/curators  | {"account":"a","level":"GOLD!"}          | 400 | invalid-request
                    operator | POST | /api/v1/operator/curators/nobody/suspension | {}                      | 422 | unknown-account
                    operator | POST | /api/v1/operator/accounts/nobody/suspension | {}                      | 422 | unknown-account
                    operator | POST | /api/v1/operator/referral-policies | {"model":"first-touch","windowDays":0}    | 400 | invalid-request
                    operator | POST | /api/v1/operator/referral-policies | {"model":"first-touch","windowDays":366}  | 400 | invalid-request
                    operator | POST | /api/v1/operator/referral-policies | {"model":"first-touch","windowDays":1.5}  | 400 | invalid-request
                    operator | POST | /api/v1/operator/referral-policies | {"model":"first-touch","windowDays":"7"}  | 400 | invalid-request
                    operator | POST | /api/v1/operator/referral-policies | {"model":"first-touch","windowDays":99999999999999999999} | 400 | invalid-request
                    operator | POST | /api/v1/operator/referral-policies | {"model":"third-touch","windowDays":7}    | 400 | invalid-request
                    consumer | GET  | /api/v1/operator/referral-policies |                                  | 403 | forbidden
                    consumer | POST | /api/v1/share-links | {"target":{"kind":"product","id":"p"},"channel":"group"}       | 403 | forbidden
                    curator  | POST | /api/v1/share-links | {"target":{"kind":"product","id":"p"},"channel":"fax"}         | 400 | invalid-request
                    curator  | POST | /api/v1/share-links | {"target":{"kind":"order","id":"p"},"channel":"group"}         | 400 | invalid-request
                    curator  | POST | /api/v1/share-links | {"target":{"kind":"product"},"channel":"group"}                | 400 | invalid-request
                    curator  | POST | /api/v1/share-links | {"target":{"kind":"product","id":"p","x":1},"channel":"group"} | 400 | invalid-request
                    curator  | POST | /api/v1/share-links | {"target":null,"channel":"group"}                              | 400 | invalid-request
                    curator  | POST | /api/v1/communities | {"name":"n"}                                                   | 400 | *
                    curator  | GET  | /api/v1/communities/none/members |                                    | 404 | not-found
                    curator  | POST | /api/v1/communities/none/members/x/approval | {}                      | 404 | not-found
                    curator  | DELETE | /api/v1/communities/none/members/me |                               | 404 | not-found
                    curator  | DELETE | /api/v1/me/sessions/none |                                          | 404 | not-found
                    """)
    void bad_input_is_refused_with_its_code(
            String who,
            String method,
            String path,
            @Nullable String body,
            int status,
            String code) {
        Answer answer =
                switch (method) {
                    case "GET" -> get(tokenOf(who), path);
                    case "DELETE" -> delete(tokenOf(who), path);
                    case "PUT" ->
                            send(
                                    request(tokenOf(who), path)
                                            .PUT(
                                                    java.net.http.HttpRequest.BodyPublishers
                                                            .ofString(body == null ? "" : body)));
                    default -> post(tokenOf(who), path, body == null ? "" : body);
                };

        answer.expect(status);
        if (!"*".equals(code)) {
            assertThat(answer.code()).as("%s", answer.body()).isEqualTo(code);
        }
        assertThat(answer.text("/correlationId")).isNotBlank();
    }

    @ParameterizedTest(name = "capacity {0}")
    @CsvSource({"0", "-1", "10001", "2147483648", "1.5"})
    void a_community_needs_a_possible_capacity(String capacity) {
        Answer answer =
                send(
                        request(tokenOf("curator"), "/api/v1/communities")
                                .header("Idempotency-Key", "bad-capacity")
                                .POST(
                                        java.net.http.HttpRequest.BodyPublishers.ofString(
                                                """
                                                {"name":"n","kind":"sharing","purpose":"selling",
                                                 "admission":"open","capacity":%s}
                                                """
                                                        .formatted(capacity))));

        answer.expect(400, "invalid-request");
    }

    @Test
    void founding_needs_an_idempotency_key() {
        post(
                        tokenOf("curator"),
                        "/api/v1/communities",
                        """
                        {"name":"n","kind":"sharing","purpose":"selling","admission":"open","capacity":5}
                        """)
                .expect(400, "idempotency-key-required");
    }

    @Test
    void a_body_that_is_too_large_is_refused() {
        String code = "x".repeat(300 * 1024);

        post(null, "/api/v1/sign-in/wechat-mini-program", "{\"code\":\"" + code + "\"}")
                .expect(413, "body-too-large");
    }

    @Test
    void a_title_is_chinese_for_who_reads_chinese() {
        Answer answer =
                send(
                        request(null, "/api/v1/sign-in/refresh")
                                .header("Accept-Language", "zh-CN")
                                .POST(
                                        java.net.http.HttpRequest.BodyPublishers.ofString(
                                                "{\"refreshToken\":\"x\"}")));

        assertThat(answer.expect(401, "refresh-refused").text("/title")).isEqualTo("登录已失效，请重新登录");
    }

    @Test
    void expired_and_foreign_tokens_are_refused_even_where_none_is_needed() {
        String expired =
                Platform.shared()
                        .tokens()
                        .access("a", List.of("consumer"), Map.of(), Duration.ofMinutes(-5));

        get(expired, "/api/v1/me").expect(401, "not-signed-in");
        get("not.a.token", "/api/v1/me").expect(401, "not-signed-in");
        get(expired, "/api/v1/communities").expect(401, "not-signed-in");
    }

    private static final java.util.concurrent.ConcurrentHashMap<String, String> TOKENS =
            new java.util.concurrent.ConcurrentHashMap<>();

    private @Nullable String tokenOf(String who) {
        return "nobody".equals(who)
                ? null
                : TOKENS.computeIfAbsent(
                        who,
                        role ->
                                switch (role) {
                                    case "operator" -> operator().token();
                                    case "curator" -> curator("bad-input-curator", null).token();
                                    default -> consumer("bad-input-consumer").token();
                                });
    }
}
