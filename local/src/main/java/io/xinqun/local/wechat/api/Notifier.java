package io.xinqun.local.wechat.api;

import io.xinqun.local.wechat.wire.Json;
import io.xinqun.local.wechat.wire.Server;
import io.xinqun.local.wechat.wire.WechatCipher;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/// Tells merchants what happened: sealed, signed, and again with growing pauses until a 2xx.
///
/// Shape: the real pauses are 15 s, 15 s, 30 s, 3 m … 6 h; here they are divided by `hurry`. State:
/// what was not delivered is forgotten at a restart; success is promised to nobody.
public final class Notifier implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Notifier.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final List<Integer> PAUSES_SECONDS =
            List.of(15, 15, 30, 180, 600, 1200, 1800, 1800, 1800, 3600, 10800, 10800, 10800, 21600);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http =
            HttpClient.newBuilder()
                    .executor(threads)
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(PATIENCE)
                    .build();
    private final Server.Seal seal;
    private final String apiV3Key;
    private final int hurry;

    public Notifier(Server.Seal seal, String apiV3Key, int hurry) {
        this.seal = seal;
        this.apiV3Key = apiV3Key;
        this.hurry = hurry;
    }

    /// Runs something a moment later, as a bank does.
    void later(long millis, Runnable action) {
        threads.execute(() -> {
            if (rest(millis)) {
                action.run();
            }
        });
    }

    /// Tells it until it is taken.
    void tell(String url, String event, ObjectNode resource) {
        String body = body(event, resource, Forgery.NONE);
        threads.execute(() -> insist(url, body));
    }

    /// Sends one copy once and gives the status of the answer, 0 for none.
    int once(String url, String body, Forgery forgery) {
        try {
            HttpRequest request = request(url, body, forgery);
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException cause) {
            LOG.debug("{} did not answer: {}", url, cause.toString());
            return 0;
        } catch (InterruptedException cause) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /// Sends one copy once, at the same time as others.
    CompletableFuture<Integer> send(String url, String body) {
        return CompletableFuture.supplyAsync(() -> once(url, body, Forgery.NONE), threads);
    }

    void insist(String url, String body) {
        for (int pause : PAUSES_SECONDS) {
            int status = once(url, body, Forgery.NONE);
            if (status >= 200 && status < 300) {
                return;
            }
            LOG.info("{} answered {}; telling it again", url, status);
            if (!rest(TimeUnit.SECONDS.toMillis(pause) / hurry)) {
                return;
            }
        }
    }

    String body(String event, ObjectNode resource, Forgery forgery) {
        forgery.applyTo(resource);
        boolean payment = event.startsWith("TRANSACTION");
        String associated = payment ? "transaction" : "refund";
        String nonce = WechatCipher.nonce(12);
        String key = forgery == Forgery.DECRYPTION ? WechatCipher.nonce(32) : apiV3Key;
        String sealed = WechatCipher.encrypt(key, nonce, associated, resource.toString());
        ObjectNode body = Json.object();
        body.put("id", "EV-" + WechatCipher.nonce(24));
        body.put("create_time", WechatTime.text(seal.clock().instant()));
        body.put("resource_type", "encrypt-resource").put("event_type", event);
        body.put("summary", payment ? "支付成功" : "退款成功");
        ObjectNode envelope = body.putObject("resource");
        envelope.put("original_type", associated).put("algorithm", "AEAD_AES_256_GCM");
        envelope.put("ciphertext", sealed).put("associated_data", associated).put("nonce", nonce);
        return body.toString();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        http.shutdownNow();
    }

    private HttpRequest request(String url, String body, Forgery forgery) {
        Instant now = seal.clock().instant().plusSeconds(forgery.skewSeconds());
        String timestamp = Long.toString(now.getEpochSecond());
        String nonce = WechatCipher.nonce(32);
        String signed = forgery == Forgery.SIGNATURE ? body + " " : body;
        String serial = forgery == Forgery.SERIAL ? "PUB_KEY_ID_0000000000" : seal.serial();
        return HttpRequest.newBuilder(URI.create(url))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("Wechatpay-Serial", serial)
                .header("Wechatpay-Timestamp", timestamp)
                .header("Wechatpay-Nonce", nonce)
                .header("Wechatpay-Signature-Type", "WECHATPAY2-SHA256-RSA2048")
                .header(
                        "Wechatpay-Signature",
                        WechatCipher.sign(seal.key(), timestamp, nonce, signed))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private static boolean rest(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
            return true;
        } catch (InterruptedException cause) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
