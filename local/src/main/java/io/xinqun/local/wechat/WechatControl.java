package io.xinqun.local.wechat;

import io.xinqun.local.wechat.api.Forgery;
import io.xinqun.local.wechat.wire.Faults;
import io.xinqun.local.wechat.wire.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What a test or a story does at WeChat's side: the user's phone, a forger, the books.
public final class WechatControl {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String address;

    public WechatControl(String address) {
        this.address = address;
    }

    /// A sign-in code for this user, as `wx.login` gives it.
    public String code(String openId) {
        return post("/simulator/codes", Json.object().put("openId", openId))
                .path("code")
                .asString();
    }

    /// The user pays what `wx.requestPayment` shows; one notification follows.
    public JsonNode pay(JsonNode payment) {
        ObjectNode asked = Json.object();
        asked.set("payment", payment);
        return post("/simulator/pay", asked);
    }

    /// How WeChat tells of a payment: so many copies of the notification (0: it tells nobody),
    /// after a while.
    public record Notice(int copies, long delayMillis) {}

    /// The same with another number of notifications.
    public JsonNode pay(JsonNode payment, Notice notice) {
        ObjectNode asked = Json.object();
        asked.set("payment", payment);
        asked.put("silent", notice.copies() == 0).put("copies", notice.copies());
        return post("/simulator/pay", asked.put("delayMillis", notice.delayMillis()));
    }

    /// The user pays by the merchant's number; one notification follows.
    public JsonNode payNumber(String number) {
        return post("/simulator/pay", Json.object().put("number", number));
    }

    /// The user pays and nobody is told.
    public JsonNode paySilently(String number) {
        return post("/simulator/pay", Json.object().put("number", number).put("silent", true));
    }

    /// The user pays, and as many copies of one notification go out at once; their statuses.
    public List<Integer> payWithCopies(String number, int copies) {
        ObjectNode asked = Json.object().put("number", number);
        JsonNode answer = post("/simulator/pay", asked.put("copies", copies).put("wait", true));
        List<Integer> statuses = new ArrayList<>();
        answer.path("statuses").forEach(status -> statuses.add(status.asInt()));
        return statuses;
    }

    /// Sends one wrong notification; the status of its answer.
    public int forge(String number, Forgery kind) {
        ObjectNode asked = Json.object().put("number", number).put("kind", kind.name());
        return post("/simulator/forgeries", asked).path("status").asInt();
    }

    /// The next `times` calls whose `METHOD /path` matches go wrong.
    public void order(Faults.Kind kind, String pattern, int times) {
        ObjectNode asked = Json.object().put("kind", kind.name()).put("pattern", pattern);
        post("/simulator/faults", asked.put("times", times));
    }

    public void clearFaults() {
        send(request("/simulator/faults").DELETE().build());
    }

    /// Payments and refunds up to `cut`.
    public JsonNode books(Instant cut) {
        String until = cut.equals(Instant.MAX) ? "" : "?cut=" + cut;
        return send(request("/simulator/books" + until).GET().build());
    }

    /// The merchant's number of what `wx.requestPayment` would pay.
    public String numberOf(String packageValue) {
        for (JsonNode payment : books(Instant.MAX).path("payments")) {
            if (packageValue.equals("prepay_id=" + payment.path("prepayId").asString())) {
                return payment.path("number").asString();
            }
        }
        throw new IllegalStateException("WeChat has never heard of " + packageValue);
    }

    public JsonNode payment(String number) {
        return send(request("/simulator/payments/" + number).GET().build());
    }

    private JsonNode post(String path, JsonNode body) {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                        .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).timeout(PATIENCE);
    }

    private JsonNode send(HttpRequest request) {
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(
                        request.uri() + " answered " + answer.statusCode() + " " + answer.body());
            }
            return Json.read(answer.body());
        } catch (IOException cause) {
            throw new IllegalStateException("the WeChat simulator does not answer", cause);
        } catch (InterruptedException cause) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", cause);
        }
    }
}
