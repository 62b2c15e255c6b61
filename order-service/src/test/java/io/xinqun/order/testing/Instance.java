package io.xinqun.order.testing;

import io.xinqun.local.testing.Platform;
import io.xinqun.order.OrderService;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One running order-service and what buyers ask it.
public final class Instance implements AutoCloseable {

    private static final HttpClient HTTP =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(30))
                    .build();

    private final ConfigurableApplicationContext context;
    private final Platform platform;
    private final String address;

    private Instance(ConfigurableApplicationContext context, Platform platform) {
        this.context = context;
        this.platform = platform;
        this.address =
                "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
    }

    static Instance start(Map<String, String> settings, Platform platform) {
        String[] arguments =
                settings.entrySet().stream()
                        .map(each -> "--" + each.getKey() + "=" + each.getValue())
                        .toArray(String[]::new);
        return new Instance(
                new SpringApplicationBuilder(OrderService.class).run(arguments), platform);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /// What came back.
    public record Reply(int status, JsonNode body, HttpResponse<String> raw) {

        public String text(String name) {
            return body.path(name).asString();
        }

        public String code() {
            return text("code");
        }
    }

    public Reply post(String buyer, String path, @Nullable String key, String body) {
        HttpRequest.Builder request =
                request(buyer, path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body));
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return send(request.build());
    }

    /// A request that is part of a trace of its caller's.
    public Reply postIn(String traceparent, String buyer, String path, String body) {
        return send(
                request(buyer, path)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .header("traceparent", traceparent)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build());
    }

    public Reply get(String buyer, String path) {
        return send(request(buyer, path).GET().build());
    }

    public HttpRequest.Builder request(String buyer, String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(60));
        return buyer.isEmpty()
                ? request
                : request.header("Authorization", "Bearer " + platform.token("consumer", buyer));
    }

    private static Reply send(HttpRequest request) {
        try {
            HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            String text = answer.body();
            JsonNode body =
                    text.isEmpty() || !text.startsWith("{")
                            ? JsonMapper.shared().createObjectNode()
                            : JsonMapper.shared().readTree(text);
            return new Reply(answer.statusCode(), body, answer);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /// Orders each SKU once, with an address.
    public Reply order(String buyer, String key, String... skus) {
        return post(buyer, "/api/v1/orders", key, body(1, skus));
    }

    /// Orders each SKU once, which must be accepted; the order's id.
    public String placed(String buyer, String... skus) {
        Reply reply = order(buyer, UUID.randomUUID().toString(), skus);
        if (reply.status() != 201) {
            throw new AssertionError("not placed: " + reply.raw().body());
        }
        return reply.text("id");
    }

    public static String body(int quantity, String... skus) {
        List<Map<String, Object>> lines =
                List.of(skus).stream()
                        .<Map<String, Object>>map(sku -> Map.of("skuId", sku, "quantity", quantity))
                        .toList();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("lines", lines);
        body.put(
                "address",
                Map.of(
                        "name", "王小美",
                        "phone", "13800138000",
                        "region", "浙江省 杭州市",
                        "detail", "文三路 90 号"));
        return JsonMapper.shared().writeValueAsString(body);
    }

    /// Asks for a payment; gives its number at WeChat as `prepay_id=...`.
    public Reply pay(String buyer, String orderId) {
        return post(
                buyer,
                "/api/v1/orders/" + orderId + "/payments",
                null,
                "{\"channel\":\"wechat-jsapi\",\"openId\":\"openid-" + buyer + "\"}");
    }

    public void awaitState(String buyer, String orderId, String state) {
        World.await(orderId + " " + state, () -> state(buyer, orderId).equals(state));
    }

    public String state(String buyer, String orderId) {
        return get(buyer, "/api/v1/orders/" + orderId).text("state");
    }

    @Override
    public void close() {
        context.close();
    }
}
