package io.xinqun.gateway;

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

    String address() {
        return "http://127.0.0.1:" + server.port();
    }

    void stop() {
        server.disposeNow();
    }
}
