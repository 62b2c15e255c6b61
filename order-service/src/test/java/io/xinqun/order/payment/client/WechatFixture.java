package io.xinqun.order.payment.client;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.xinqun.kernel.money.Fen;
import io.xinqun.local.keys.KeyEnvironment;
import io.xinqun.local.keys.LocalKeys;
import io.xinqun.local.wechat.SimulatorSettings;
import io.xinqun.local.wechat.WechatControl;
import io.xinqun.local.wechat.WechatKeys;
import io.xinqun.local.wechat.WechatSimulator;
import io.xinqun.order.payment.NotificationEnvelope;
import io.xinqun.order.payment.PrepayOrder;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A WeChat of our own with a merchant behind it that keeps the notifications it gets.
final class WechatFixture implements AutoCloseable {
    final Map<String, String> environment;
    final WechatSimulator simulator;
    final WechatControl user;
    private final BlockingQueue<NotificationEnvelope> inbox = new LinkedBlockingQueue<>();
    private final HttpServer merchant;
    private volatile int nextStatus = 200;

    WechatFixture(Path directory) throws IOException {
        environment = KeyEnvironment.of(LocalKeys.in(directory.resolve("keys")));
        simulator =
                WechatSimulator.start(
                        new SimulatorSettings(
                                0, directory.resolve("books"), WechatKeys.from(environment), 1000),
                        Clock.systemUTC());
        user = new WechatControl(simulator.address());
        merchant = HttpServer.create(new InetSocketAddress(0), 0);
        merchant.createContext("/", this::receive);
        merchant.start();
    }

    WechatPaymentProvider provider() {
        return provider(environment.get("XINQUN_WECHAT_API_V3_KEY"), Clock.systemUTC());
    }

    WechatPaymentProvider provider(String apiV3Key, Clock clock) {
        WechatPaySettings settings =
                new WechatPaySettings(
                        simulator.address(),
                        environment.get("XINQUN_WECHAT_APP_ID"),
                        environment.get("XINQUN_WECHAT_MERCHANT_ID"),
                        environment.get("XINQUN_WECHAT_MERCHANT_SERIAL"),
                        environment.get("XINQUN_WECHAT_MERCHANT_PRIVATE_KEY"),
                        environment.get("XINQUN_WECHAT_PUBLIC_KEY_ID"),
                        environment.get("XINQUN_WECHAT_PUBLIC_KEY"),
                        apiV3Key,
                        "http://localhost:" + merchant.getAddress().getPort() + "/notifications");
        return new WechatPaymentProvider(settings, CircuitBreakerRegistry.ofDefaults(), clock);
    }

    static PrepayOrder order(String number, long amountFen) {
        return new PrepayOrder(
                number,
                Fen.of(amountFen),
                "云南小粒咖啡豆 454g",
                "openid-of-mei",
                Clock.systemUTC().instant().plus(Duration.ofMinutes(15)),
                "order-1");
    }

    void refuseNextNotification() {
        nextStatus = 500;
    }

    NotificationEnvelope nextNotification() throws InterruptedException {
        NotificationEnvelope next = inbox.poll(10, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("no notification came within 10 s");
        }
        return next;
    }

    @Override
    public void close() {
        simulator.close();
        merchant.stop(0);
    }

    private void receive(HttpExchange exchange) throws IOException {
        Headers headers = exchange.getRequestHeaders();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        inbox.add(
                new NotificationEnvelope(
                        headers.getFirst("Wechatpay-Signature"),
                        headers.getFirst("Wechatpay-Timestamp"),
                        headers.getFirst("Wechatpay-Nonce"),
                        headers.getFirst("Wechatpay-Serial"),
                        body));
        exchange.sendResponseHeaders(nextStatus, -1);
        nextStatus = 200;
        exchange.close();
    }
}
