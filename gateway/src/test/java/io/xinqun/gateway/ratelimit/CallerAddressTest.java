package io.xinqun.gateway.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CallerAddressTest {

    @ParameterizedTest
    @CsvSource({
        "0, '1.1.1.1',          10.0.0.9",
        "1, '',                 10.0.0.9",
        "1, '1.1.1.1',          1.1.1.1",
        "1, '6.6.6.6, 1.1.1.1', 1.1.1.1",
        "2, '6.6.6.6, 1.1.1.1', 6.6.6.6",
        "2, '1.1.1.1',          1.1.1.1"
    })
    void only_what_our_own_proxies_wrote_counts(int proxies, String header, String address) {
        var request =
                MockServerHttpRequest.get("/")
                        .remoteAddress(new InetSocketAddress("10.0.0.9", 4711));
        if (!header.isEmpty()) {
            request.header("X-Forwarded-For", header);
        }
        assertThat(new CallerAddress(proxies).of(request.build())).isEqualTo(address);
    }
}
