package io.xinqun.gateway.resilience;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/// A service that answers as late as the request's last path segment or query says, in
/// milliseconds, holds what is to be `held` until it is told, and counts how many requests it has
/// at a time.
final class SlowBackend {

    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final AtomicInteger all = new AtomicInteger();
    private final CompletableFuture<Long> released = new CompletableFuture<>();
    private final DisposableServer server;

    SlowBackend(int port) {
        server = HttpServer.create().host("127.0.0.1").port(port).handle(this::answer).bindNow();
    }

    private Mono<Void> answer(HttpServerRequest request, HttpServerResponse response) {
        all.incrementAndGet();
        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
        Duration wait = Duration.ofMillis(number(request.uri()));
        if (request.uri().contains("/events")) {
            Flux<String> drops = Flux.interval(wait.dividedBy(10)).take(10).map(tick -> "drop\n");
            return response.sendString(Flux.just("begin\n").concatWith(drops))
                    .then()
                    .doFinally(end -> inside.decrementAndGet());
        }
        return request.receive()
                .then(
                        request.uri().contains("held")
                                ? Mono.fromFuture(released, true)
                                : Mono.delay(wait))
                .then(response.sendString(Mono.just("late")).then())
                .doFinally(end -> inside.decrementAndGet());
    }

    private static long number(String uri) {
        String digits = uri.replaceAll(".*wait", "").replaceAll("\\D", "");
        return digits.isEmpty() ? 0 : Long.parseLong(digits);
    }

    String address() {
        return "http://127.0.0.1:" + server.port();
    }

    void release() {
        released.complete(0L);
    }

    int atOnce() {
        return inside.get();
    }

    int mostAtOnce() {
        return most.get();
    }

    int requests() {
        return all.get();
    }

    void stop() {
        server.disposeNow();
    }
}
