package io.xinqun.local.wechat.wire;

import io.netty.handler.codec.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/// A small HTTP server on virtual threads that signs its answers as WeChat Pay does and obeys
/// ordered faults. Header names keep their case, because WeChat's own SDK is strict about it.
public final class Server implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Server.class);

    /// Longer than any client of a test waits.
    private static final Duration HANG = Duration.ofSeconds(20);

    private record Route(String method, Pattern path, Function<Call, Answer> handler) {}

    /// With what the answers are signed.
    public record Seal(PrivateKey key, String serial, Clock clock) {}

    private final List<Route> routes = new ArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Scheduler scheduler = Schedulers.fromExecutorService(threads);
    private final int wantedPort;
    private final Seal seal;
    private final Faults faults;
    private @Nullable DisposableServer http;

    public Server(int port, Seal seal, Faults faults) {
        this.wantedPort = port;
        this.seal = seal;
        this.faults = faults;
    }

    /// `path` is a regular expression; its groups become the call's arguments.
    public Server on(String method, String path, Function<Call, Answer> handler) {
        routes.add(new Route(method, Pattern.compile(path), handler));
        return this;
    }

    /// Listens; all routes must be there. A port of 0 is any free one.
    public void start() {
        http = HttpServer.create().port(wantedPort).handle(this::serve).bindNow();
    }

    public int port() {
        return http == null ? wantedPort : http.port();
    }

    @Override
    public void close() {
        if (http != null) {
            http.disposeNow();
        }
        threads.shutdownNow();
    }

    private Publisher<Void> serve(HttpServerRequest request, HttpServerResponse response) {
        return request.receive()
                .aggregate()
                .asString(StandardCharsets.UTF_8)
                .defaultIfEmpty("")
                .publishOn(scheduler)
                .flatMap(body -> Mono.from(serve(Call.of(request, body), response)));
    }

    private Publisher<Void> serve(Call call, HttpServerResponse response) {
        Optional<Faults.Kind> fault = faults.next(call.method() + " " + call.path());
        if (fault.filter(Server::beforeEffect).isPresent()) {
            return fail(response, fault.get());
        }
        Answer answer = answer(call);
        if (fault.filter(kind -> kind != Faults.Kind.WRONG_SIGNATURE).isPresent()) {
            return fail(response, fault.get());
        }
        return send(response, answer, fault.isPresent());
    }

    private Answer answer(Call call) {
        try {
            for (Route route : routes) {
                Matcher matcher = route.path().matcher(call.path());
                if (route.method().equals(call.method()) && matcher.matches()) {
                    return route.handler().apply(call.with(matcher.toMatchResult()));
                }
            }
            throw new WechatError(404, "RESOURCE_NOT_EXISTS", "无此接口");
        } catch (WechatError error) {
            return Answer.refused(error);
        } catch (RuntimeException error) {
            // The edge: a bug here must answer as a broken provider does, not hang the caller.
            LOG.error("{} failed", call.path(), error);
            return Answer.refused(new WechatError(500, "SYSTEM_ERROR", error.toString()));
        }
    }

    private static boolean beforeEffect(Faults.Kind kind) {
        return kind == Faults.Kind.TIME_OUT_BEFORE || kind == Faults.Kind.ERROR_BEFORE;
    }

    private Publisher<Void> fail(HttpServerResponse response, Faults.Kind kind) {
        if (kind == Faults.Kind.TIME_OUT_BEFORE || kind == Faults.Kind.TIME_OUT_AFTER) {
            return Mono.delay(HANG).then();
        }
        WechatError error = new WechatError(500, "SYSTEM_ERROR", "系统异常，请稍后重试");
        return send(response, Answer.refused(error), false);
    }

    private Publisher<Void> send(HttpServerResponse response, Answer answer, boolean forged) {
        String timestamp = Long.toString(seal.clock().instant().getEpochSecond());
        String nonce = WechatCipher.nonce(32);
        String signed = forged ? answer.body() + "?" : answer.body();
        HttpHeaders headers = response.status(answer.status()).responseHeaders();
        headers.set("Content-Type", answer.contentType());
        headers.set("Request-ID", WechatCipher.nonce(16));
        headers.set("Wechatpay-Serial", seal.serial());
        headers.set("Wechatpay-Timestamp", timestamp);
        headers.set("Wechatpay-Nonce", nonce);
        headers.set("Wechatpay-Signature-Type", "WECHATPAY2-SHA256-RSA2048");
        headers.set("Wechatpay-Signature", WechatCipher.sign(seal.key(), timestamp, nonce, signed));
        return answer.body().isEmpty()
                ? response.send()
                : response.sendString(Mono.just(answer.body()), StandardCharsets.UTF_8);
    }
}
