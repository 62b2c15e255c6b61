package io.xinqun.gateway;

import java.time.Duration;
import java.util.stream.Collectors;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/// A service behind the gateway that says what it received: headers, then the body.
record Backend(DisposableServer server) {

    static Backend start() {
        return new Backend(
                HttpServer.create()
                        .host("127.0.0.1")
                        .port(0)
                        .handle((request, response) ->
                                response.sendString(
                                        request.receive()
                                                .aggregate()
                                                .asString()
                                                .defaultIfEmpty("")
                                                .delayElement(pause(request.uri()))
                                                .map(body ->
                                                        request.requestHeaders().entries().stream()
                                                                        .map(Object::toString)
                                                                        .collect(
                                                                                Collectors.joining(
                                                                                        "\n"))
                                                                + "\n"
                                                                + body)))
                        .bindNow());
    }

    /// Whatever is called slow takes half a second, and very slow longer than anybody waits.
    private static Duration pause(String uri) {
        if (uri.endsWith("/very/slow")) {
            return Duration.ofSeconds(8);
        }
        return uri.endsWith("/slow") ? Duration.ofMillis(500) : Duration.ZERO;
    }

    String address() {
        return "http://127.0.0.1:" + server.port();
    }

    void stop() {
        server.disposeNow();
    }
}
