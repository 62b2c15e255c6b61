package io.xinqun.kernel.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/// Fails with a time-out when the server is not customised.
@DisplayNameGeneration(ReplaceUnderscores.class)
class KeepAliveIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration FIRST_TAKES = Duration.ofMillis(300);
    private static final String REQUEST = "GET / HTTP/1.1\r\nHost: here\r\n\r\n";

    private final AtomicInteger accepted = new AtomicInteger();

    @Test
    void a_connection_is_read_on_after_a_waiting_request_was_answered_at_once() throws IOException {
        HttpServer plain =
                HttpServer.create()
                        .port(0)
                        .handle((request, response) -> response.sendString(answer()));
        DisposableServer server = HttpServerAutoConfiguration.beginLater(plain).bindNow();
        try (Socket client = new Socket("localhost", server.port())) {
            client.setSoTimeout((int) PATIENCE.toMillis());

            send(client, REQUEST + REQUEST);
            readUntilEnd(client, 2);
            send(client, REQUEST);
            readUntilEnd(client, 1);

            assertThat(accepted).hasValue(3);
        } finally {
            server.disposeNow();
        }
    }

    private Mono<String> answer() {
        Mono<String> answer = Mono.just("end");
        return accepted.incrementAndGet() == 1 ? Mono.delay(FIRST_TAKES).then(answer) : answer;
    }

    private static void send(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static void readUntilEnd(Socket client, int answers) throws IOException {
        InputStream stream = client.getInputStream();
        StringBuilder read = new StringBuilder();
        while (read.toString().split("end", -1).length - 1 < answers) {
            int next = stream.read();
            assertThat(next).as("read so far: %s", read).isNotNegative();
            read.append((char) next);
        }
    }
}
