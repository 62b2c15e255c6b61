package io.xinqun.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.xinqun.kernel.security.KeySource;
import io.xinqun.kernel.security.TestKeys;
import io.xinqun.kernel.security.TokenSigner;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Mono;

@SpringBootTest(
        classes = SampleProgram.class,
        properties = "spring.config.import=classpath:xinqun-defaults.yml")
@AutoConfigureWebTestClient
@Import(AccessTest.Keys.class)
class AccessTest {

    @TestConfiguration
    static class Keys {

        @Bean
        KeySource keySource() {
            return () -> Mono.just(TestKeys.publicSet(TestKeys.FIRST));
        }

        @Bean
        TokenSigner tokenSigner(Clock clock) {
            return new TokenSigner(TestKeys.privateSet(TestKeys.FIRST), clock, "xinqun");
        }
    }

    @Autowired private WebTestClient client;
    @Autowired private TokenSigner signer;

    @Test
    void without_a_token_only_public_paths_open() {
        refused(get("/api/me", null), 401, "not-signed-in");
        refused(get("/api/nowhere", null), 401, "not-signed-in");
        assertThat(body(get("/api/open/visitor", null))).isEqualTo("nobody");
        refused(get("/elsewhere", null), 404, "not-found");
    }

    @Test
    void a_token_says_who_calls() {
        String token = token("supplier", "made-up-role");
        assertThat(body(get("/api/me", token))).isEqualTo("a-1[SUPPLIER]s-7");
        assertThat(body(get("/api/open/visitor", token))).isEqualTo("a-1");
        refused(get("/api/nowhere", token), 404, "not-found");
    }

    @Test
    void a_role_that_the_caller_has_not_is_403() {
        refused(get("/api/operator", token("consumer")), 403, "forbidden");
        assertThat(body(get("/api/operator", token("operator")))).isEqualTo("a-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/me", "/api/open/visitor"})
    void a_token_that_does_not_count_is_401_everywhere(String path) {
        String other = signer.sign("attribution+jwt", "a-1", Map.of(), Duration.ofMinutes(1));
        String over = signer.sign("at+jwt", "a-1", Map.of(), Duration.ofMinutes(-5));
        for (String token : List.of("", "x", other, over, token("consumer") + "x")) {
            ResponseSpec answer = get(path, token);
            answer.expectHeader().valueEquals(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            refused(answer, 401, "not-signed-in");
        }
    }

    @Test
    void an_idempotency_key_is_required_and_has_a_shape() {
        refused(intent(null), 400, "idempotency-key-required");
        refused(intent(""), 400, "idempotency-key-invalid");
        refused(intent("with space"), 400, "idempotency-key-invalid");
        refused(intent("x".repeat(129)), 400, "idempotency-key-invalid");
        assertThat(body(intent("x".repeat(128)))).hasSize(128);
    }

    @Test
    void answers_carry_no_session_and_forbid_sniffing() {
        ResponseSpec answer = get("/api/me", token("consumer"));
        answer.expectHeader().doesNotExist(HttpHeaders.SET_COOKIE);
        answer.expectHeader().valueEquals("X-Content-Type-Options", "nosniff");
    }

    private ResponseSpec intent(String key) {
        var request =
                client.post()
                        .uri("/api/intents")
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + token("consumer"));
        return (key == null ? request : request.header("Idempotency-Key", key)).exchange();
    }

    private ResponseSpec get(String path, String token) {
        var request = client.get().uri(path);
        return (token == null
                        ? request
                        : request.header(HttpHeaders.AUTHORIZATION, "Bearer " + token))
                .exchange();
    }

    private String token(String... roles) {
        return signer.sign(
                "at+jwt",
                "a-1",
                Map.of("roles", List.of(roles), "supplier", "s-7"),
                Duration.ofMinutes(15));
    }

    private static String body(ResponseSpec answer) {
        return answer.expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }

    private static void refused(ResponseSpec answer, int status, String code) {
        answer.expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code)
                .jsonPath("$.correlationId")
                .isNotEmpty();
    }
}
