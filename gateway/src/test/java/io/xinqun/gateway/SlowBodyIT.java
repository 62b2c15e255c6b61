package io.xinqun.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.xinqun.kernel.body.BodyPace;
import io.xinqun.local.testing.Platform;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// Bodies that stop while the gateway passes them on to a service that waits for them for ever.
@DisplayNameGeneration(ReplaceUnderscores.class)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class SlowBodyIT {

    private static final int PATIENCE_MILLIS = 30_000;

    /// Shorter than what the service takes for a slow answer.
    private static final Duration PAUSE = Duration.ofMillis(400);

    private static final Backend SERVICE = Backend.start();

    @LocalServerPort private int port;

    @TestConfiguration
    static class Hurried {
        @Bean
        BodyPace hurried() {
            return new BodyPace(PAUSE, 256);
        }
    }

    @DynamicPropertySource
    static void platform(DynamicPropertyRegistry registry) {
        Platform.shared().register(registry);
        for (String service : new String[] {"CATALOG", "ORDER", "COMMUNITY", "COMMISSION"}) {
            registry.add("XINQUN_" + service + "_URL", SERVICE::address);
        }
    }

    @AfterAll
    static void stop() {
        SERVICE.stop();
    }

    @Test
    void an_announced_body_that_stops_is_408_and_ends_the_connection() throws IOException {
        isTooSlow(answerTo("/api/v1/orders", "consumer", "Content-Length: 1000\r\n\r\n{"));
    }

    @Test
    void a_body_in_chunks_that_stops_is_408_and_ends_the_connection() throws IOException {
        isTooSlow(
                answerTo(
                        "/api/v1/orders",
                        "consumer",
                        "Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n"));
    }

    @Test
    void a_feed_may_be_long_but_not_silent() throws IOException {
        isTooSlow(
                answerTo(
                        "/api/v1/suppliers/me/feed",
                        "supplier",
                        "Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n"));
    }

    @Test
    void a_service_may_take_longer_over_its_answer_than_a_body_may_pause() throws IOException {
        String answer =
                answerTo(
                        "/api/v1/orders/slow",
                        "consumer",
                        "Connection: close\r\nContent-Length: 2\r\n\r\n{}");
        assertThat(answer).startsWith("HTTP/1.1 200 ");
    }

    private static void isTooSlow(String answer) {
        assertThat(answer)
                .startsWith("HTTP/1.1 408 ")
                .contains("application/problem+json")
                .contains("\"code\":\"body-too-slow\"");
    }

    /// Everything that comes until the connection ends.
    private String answerTo(String path, String role, String rest) throws IOException {
        String token = Platform.shared().token(role, "slow");
        String head =
                "POST %s HTTP/1.1\r\nHost: here\r\nAuthorization: Bearer %s\r\n"
                        .formatted(path, token);
        try (Socket client = new Socket("localhost", port)) {
            client.setSoTimeout(PATIENCE_MILLIS);
            client.getOutputStream().write((head + rest).getBytes(StandardCharsets.US_ASCII));
            return new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
