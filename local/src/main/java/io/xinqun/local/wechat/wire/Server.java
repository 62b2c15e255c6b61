package io.xinqun.local.wechat.wire;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A small HTTP server on virtual threads that signs its answers as WeChat Pay does and obeys
/// ordered faults.
public final class Server implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Server.class);

    /// Longer than any client of a test waits.
    private static final int HANG_SECONDS = 20;

    private record Route(String method, Pattern path, Function<Call, Answer> handler) {}

    /// With what the answers are signed.
    public record Seal(PrivateKey key, String serial, Clock clock) {}

    private final List<Route> routes = new ArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer http;
    private final Seal seal;
    private final Faults faults;

    public Server(int port, Seal seal, Faults faults) throws IOException {
        this.seal = seal;
        this.faults = faults;
        this.http = HttpServer.create(new InetSocketAddress(port), 0);
        http.setExecutor(threads);
        http.createContext("/", this::serve);
    }

    /// `path` is a regular expression; its groups become the call's arguments.
    public Server on(String method, String path, Function<Call, Answer> handler) {
        routes.add(new Route(method, Pattern.compile(path), handler));
        return this;
    }

    public void start() {
        http.start();
    }

    public int port() {
        return http.getAddress().getPort();
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange) {
        try (exchange) {
            String line = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
            Optional<Faults.Kind> fault = faults.next(line);
            if (fault.filter(Server::beforeEffect).isPresent()) {
                fail(exchange, fault.get());
                return;
            }
            Answer answer = answer(exchange);
            if (fault.filter(kind -> kind != Faults.Kind.WRONG_SIGNATURE).isPresent()) {
                fail(exchange, fault.get());
            } else {
                send(exchange, answer, fault.isPresent());
            }
        } catch (IOException | InterruptedException cause) {
            LOG.debug("a caller went away: {}", cause.toString());
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        try {
            for (Route route : routes) {
                MatchResult match = match(route, exchange);
                if (match != null) {
                    return route.handler().apply(Call.of(exchange, match));
                }
            }
            throw new WechatError(404, "RESOURCE_NOT_EXISTS", "无此接口");
        } catch (WechatError error) {
            return Answer.refused(error);
        } catch (RuntimeException error) {
            // The edge: a bug here must answer as a broken provider does, not hang the caller.
            LOG.error("{} failed", exchange.getRequestURI(), error);
            return Answer.refused(new WechatError(500, "SYSTEM_ERROR", error.toString()));
        }
    }

    private static @Nullable MatchResult match(Route route, HttpExchange exchange) {
        Matcher matcher = route.path().matcher(exchange.getRequestURI().getPath());
        return route.method().equals(exchange.getRequestMethod()) && matcher.matches()
                ? matcher.toMatchResult()
                : null;
    }

    private static boolean beforeEffect(Faults.Kind kind) {
        return kind == Faults.Kind.TIME_OUT_BEFORE || kind == Faults.Kind.ERROR_BEFORE;
    }

    private void fail(HttpExchange exchange, Faults.Kind kind)
            throws IOException, InterruptedException {
        if (kind == Faults.Kind.TIME_OUT_BEFORE || kind == Faults.Kind.TIME_OUT_AFTER) {
            TimeUnit.SECONDS.sleep(HANG_SECONDS);
        } else {
            WechatError error = new WechatError(500, "SYSTEM_ERROR", "系统异常，请稍后重试");
            send(exchange, Answer.refused(error), false);
        }
    }

    private void send(HttpExchange exchange, Answer answer, boolean forged) throws IOException {
        String timestamp = Long.toString(seal.clock().instant().getEpochSecond());
        String nonce = WechatCipher.nonce(32);
        String signed = forged ? answer.body() + "?" : answer.body();
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", answer.contentType());
        headers.set("Request-ID", WechatCipher.nonce(16));
        headers.set("Wechatpay-Serial", seal.serial());
        headers.set("Wechatpay-Timestamp", timestamp);
        headers.set("Wechatpay-Nonce", nonce);
        headers.set("Wechatpay-Signature-Type", "WECHATPAY2-SHA256-RSA2048");
        headers.set("Wechatpay-Signature", WechatCipher.sign(seal.key(), timestamp, nonce, signed));
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
