package io.xinqun.gateway.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.xinqun.gateway.telemetry.GatewayMetric;
import io.xinqun.local.infrastructure.Ports;
import io.xinqun.local.testing.Platform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// The gateway's numbers of docs/operating/resilience.md at work. Times are compared with each
/// other and never with the clock: what one kind of request does not survive, another one does.
@DisplayNameGeneration(ReplaceUnderscores.class)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ResilienceIT {

    private static final int POOL = 512;
    private static final int TOO_MANY = 30;

    /// Below the limit of one supplier.
    private static final int FEEDS_OF_ONE = 25;

    private static final SlowBackend ORDERS = new SlowBackend(0);
    private static final SlowBackend CATALOG = new SlowBackend(0);
    private static final int DOWN = Ports.free();
    private static final ServerSocket SILENT = silent();
    private static final List<SocketChannel> FILLING = fill(SILENT);

    @LocalServerPort private int port;
    @Autowired private MeterRegistry meters;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    @BeforeEach
    void warm() {
        await(() -> post("/api/v1/quotes").join().statusCode() == 200);
    }

    @DynamicPropertySource
    static void platform(DynamicPropertyRegistry registry) {
        Platform.shared().register(registry);
        registry.add("XINQUN_LIMIT_SCALE", () -> "1000");
        registry.add("XINQUN_CATALOG_URL", CATALOG::address);
        registry.add("XINQUN_ORDER_URL", ORDERS::address);
        registry.add("XINQUN_COMMUNITY_URL", () -> "http://127.0.0.1:" + DOWN);
        registry.add("XINQUN_COMMISSION_URL", () -> "http://127.0.0.1:" + SILENT.getLocalPort());
    }

    @AfterAll
    static void stop() throws IOException {
        ORDERS.stop();
        CATALOG.stop();
        for (SocketChannel channel : FILLING) {
            channel.close();
        }
        SILENT.close();
    }

    @Test
    void each_kind_of_request_waits_as_long_as_it_may_take() {
        var read = get("/api/v1/orders/wait4000");
        var write = post("/api/v1/quotes?wait=3500");
        var notification = post("/api/v1/payments/wechat/notifications?wait=3500");
        var lateNotification = post("/api/v1/payments/wechat/notifications?wait=5000");
        var latestWrite = post("/api/v1/quotes?wait=6000");
        var money = post("/api/v1/orders?wait=6000");
        var feed = feed("/api/v1/suppliers/me/feed?wait=16000", "s");
        var latestMoney = post("/api/v1/orders?wait=16000");

        assertUnavailable(read, "order-service");
        assertThat(write.join().body()).isEqualTo("late");
        assertThat(notification.join().body()).isEqualTo("late");
        assertUnavailable(lateNotification, "order-service");
        assertUnavailable(latestWrite, "order-service");
        assertThat(money.join().body()).isEqualTo("late");
        assertThat(feed.join().body()).isEqualTo("late");
        assertUnavailable(latestMoney, "order-service");
    }

    @Test
    void a_stream_that_has_begun_is_not_cut() {
        assertThat(get("/api/v1/orders/wait7000/events").join().body()).hasLineCount(11);
    }

    /// A host that swallows what is sent to it is given up, and not by the kernel's two minutes.
    @Test
    void a_host_that_is_gone_is_given_up_before_one_that_is_slow() {
        assertUnavailable(get("/api/v1/wallet"), "commission-service");
        assertThat(
                        meters.get(GatewayMetric.UNAVAILABLE.getName())
                                .tags("service", "commission-service", "reason", "no-connection")
                                .counter()
                                .count())
                .isEqualTo(1);
    }

    @Test
    void no_service_takes_more_connections_than_its_part_and_the_rest_is_told() {
        List<CompletableFuture<HttpResponse<String>>> crowd =
                IntStream.range(0, POOL + TOO_MANY)
                        .mapToObj(number ->
                                feed("/api/v1/suppliers/me/feed?held", "s" + number / FEEDS_OF_ONE))
                        .toList();
        await(() -> pending() > 0);
        CompletableFuture.anyOf(crowd.toArray(CompletableFuture<?>[]::new)).join();
        await(() -> CATALOG.atOnce() == POOL);
        await(() -> crowd.stream().filter(CompletableFuture::isDone).count() == TOO_MANY);
        CATALOG.release();
        List<Integer> answers =
                crowd.stream().map(one -> one.join().statusCode()).sorted().toList();
        assertThat(CATALOG.mostAtOnce()).isEqualTo(POOL);
        assertThat(answers.subList(0, POOL)).containsOnly(200);
        assertThat(answers.subList(POOL, POOL + TOO_MANY)).containsOnly(503);
    }

    @Test
    void a_service_that_fails_is_left_alone_for_a_while_and_then_tried_again() {
        List<CompletableFuture<HttpResponse<String>>> failing = new ArrayList<>();
        for (int call = 0; call < 110; call++) {
            failing.add(get("/api/v1/communities"));
        }
        failing.forEach(one -> assertUnavailable(one, "community-service"));
        SlowBackend back = new SlowBackend(DOWN);
        try {
            assertUnavailable(get("/api/v1/communities"), "community-service");
            assertThat(back.requests()).as("left alone").isZero();
            await(() -> get("/api/v1/communities").join().statusCode() == 200);
        } finally {
            back.stop();
        }
    }

    private double pending() {
        return meters.find(GatewayMetric.POOL_PENDING.getName()).gauges().stream()
                .mapToDouble(Gauge::value)
                .max()
                .orElse(0);
    }

    private CompletableFuture<HttpResponse<String>> get(String path) {
        return send(request(path, "consumer").GET());
    }

    private CompletableFuture<HttpResponse<String>> post(String path) {
        return send(request(path, "consumer").POST(BodyPublishers.ofString("{}")));
    }

    private CompletableFuture<HttpResponse<String>> feed(String path, String supplier) {
        return send(request(path, "supplier", supplier).POST(BodyPublishers.ofString("{}")));
    }

    private HttpRequest.Builder request(String path, String role) {
        return path.startsWith("/api/v1/wallet")
                ? request(path, "curator", "c2")
                : request(path, role, "c1");
    }

    private HttpRequest.Builder request(String path, String role, String account) {
        String token = tokens.computeIfAbsent(account, name -> Platform.shared().token(role, name));
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + token);
    }

    private CompletableFuture<HttpResponse<String>> send(HttpRequest.Builder request) {
        return client.sendAsync(
                request.timeout(Duration.ofMinutes(2)).build(), BodyHandlers.ofString());
    }

    private static void assertUnavailable(
            CompletableFuture<HttpResponse<String>> answer, String service) {
        assertThat(answer.join().statusCode()).isEqualTo(503);
        assertThat(answer.join().body()).contains("\"unavailable\"").contains(service);
    }

    private static void await(BooleanSupplier condition) {
        for (int look = 0; !condition.getAsBoolean(); look++) {
            assertThat(look).as("looks").isLessThan(1_200);
            try {
                Thread.sleep(50);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static ServerSocket silent() {
        try {
            return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /// Connections that nobody accepts, until the queue is full and the next one gets no answer.
    private static List<SocketChannel> fill(ServerSocket server) {
        List<SocketChannel> filling = new ArrayList<>();
        try {
            for (int i = 0; i < 8; i++) {
                SocketChannel channel = SocketChannel.open();
                channel.configureBlocking(false);
                channel.connect(
                        new InetSocketAddress(
                                InetAddress.getLoopbackAddress(), server.getLocalPort()));
                filling.add(channel);
            }
            return filling;
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
