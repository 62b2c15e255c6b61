package io.xinqun.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.xinqun.kernel.body.BodyPace;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;

/// Bodies that begin and never go on. Each answer is read to the end of its connection, so a
/// connection that stays open fails the test as much as an answer that does not come.
@DisplayNameGeneration(ReplaceUnderscores.class)
@SpringBootTest(
        classes = {SampleProgram.class, SlowBodyIT.Hurried.class},
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.import=classpath:xinqun-defaults.yml",
            "server.port=0",
            "management.server.port=0",
            "server.netty.idle-timeout=1s"
        })
class SlowBodyIT {

    private static final int PATIENCE_MILLIS = 20_000;

    @LocalServerPort private int port;

    @TestConfiguration
    static class Hurried {
        @Bean
        BodyPace hurried() {
            return new BodyPace(Duration.ofMillis(400), 256);
        }
    }

    @Test
    void an_announced_body_that_stops_is_408_and_ends_the_connection() throws IOException {
        String answer = answerTo("POST /api/open/orders", "Content-Length: 1000", "{\"price\":");
        isTooSlow(answer);
    }

    @Test
    void a_body_in_chunks_that_stops_is_408_and_ends_the_connection() throws IOException {
        String answer =
                answerTo("POST /api/open/orders", "Transfer-Encoding: chunked", "3\r\n{\"p\r\n");
        isTooSlow(answer);
    }

    @Test
    void a_request_that_is_refused_unread_does_not_keep_its_connection() throws IOException {
        String answer = answerTo("POST /api/intents", "Content-Length: 1000", "{");
        assertThat(answer).startsWith("HTTP/1.1 401 ").contains("\"code\":\"not-signed-in\"");
    }

    private static void isTooSlow(String answer) {
        assertThat(answer)
                .startsWith("HTTP/1.1 408 ")
                .contains("application/problem+json")
                .contains("\"code\":\"body-too-slow\"")
                .containsIgnoringCase("connection: close");
    }

    private String answerTo(String request, String length, String begin) throws IOException {
        try (Socket client = new Socket("localhost", port)) {
            client.setSoTimeout(PATIENCE_MILLIS);
            String head =
                    request
                            + " HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\n"
                            + length
                            + "\r\n\r\n";
            client.getOutputStream().write((head + begin).getBytes(StandardCharsets.US_ASCII));
            return new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
