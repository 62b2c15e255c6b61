package io.xinqun.commission.testing;

import io.xinqun.kernel.security.Role;
import io.xinqun.local.testing.Platform;
import java.time.Duration;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Callers of the service under test.
public final class Http {

    /// A full proof on a busy machine.
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final WebTestClient client;

    private Http(WebTestClient client) {
        this.client = client;
    }

    public static Http anonymous(int port) {
        return new Http(
                WebTestClient.bindToServer()
                        .baseUrl("http://localhost:" + port)
                        .responseTimeout(PATIENCE)
                        .build());
    }

    public Http as(Role role, String account) {
        return withToken(Platform.shared().token(role, account));
    }

    public Http asSupplier(String supplier) {
        return withToken(Platform.shared().supplierToken("account-of-" + supplier, supplier));
    }

    private Http withToken(String token) {
        return new Http(client.mutate().defaultHeader("Authorization", "Bearer " + token).build());
    }

    public Answer get(String path) {
        return answer(client.get().uri(path).exchange());
    }

    public Answer post(String path, String key, String body) {
        return answer(
                client.post()
                        .uri(path)
                        .header("Idempotency-Key", key)
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(body)
                        .exchange());
    }

    private static Answer answer(WebTestClient.ResponseSpec response) {
        var result = response.expectBody(byte[].class).returnResult();
        byte[] body = result.getResponseBody();
        JsonNode json =
                body == null || body.length == 0
                        ? JsonMapper.shared().createObjectNode()
                        : JsonMapper.shared().readTree(body);
        return new Answer(result.getStatus().value(), json);
    }

    /// Status and body of an answer.
    public record Answer(int status, JsonNode body) {

        public String code() {
            return body.path("code").asString("");
        }
    }
}
