package io.xinqun.local.launcher.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SourcesTest {

    /// Nothing listens on the discard port.
    private static final URI NOBODY = URI.create("http://127.0.0.1:9");

    @Test
    void who_is_away_and_who_never_answers_hold_nobody_up() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 9, InetAddress.getLoopbackAddress())) {
            String hangs = "127.0.0.1:" + silent.getLocalPort();
            URI address = URI.create("http://" + hangs);
            Instant begin = Instant.now();
            Findings found =
                    new Sources(
                                    new Sources.Addresses(
                                            Map.of("gone", NOBODY, "hung", address),
                                            hangs,
                                            address,
                                            "token"))
                            .ask();
            assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(10));
            assertThat(found.programs().get("gone")).isEmpty();
            assertThat(found.programs().get("hung")).isEmpty();
            assertThat(found.broker()).isEmpty();
            assertThat(found.proof()).isEmpty();
        }
    }
}
