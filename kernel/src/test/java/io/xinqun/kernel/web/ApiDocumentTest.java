package io.xinqun.kernel.web;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient;

@SpringBootTest(
        classes = SampleProgram.class,
        properties = "spring.config.import=classpath:xinqun-defaults.yml")
@AutoConfigureWebTestClient
class ApiDocumentTest {

    @Autowired private WebTestClient client;

    @Test
    void a_pattern_is_of_the_whole_text_and_the_body_may_come_too_slowly() {
        client.get()
                .uri("/v3/api-docs")
                .exchange()
                .expectBody()
                .jsonPath("$.components.schemas.Line.properties.sku.pattern")
                .isEqualTo("^(?:[a-z0-9-]*|x+| *)$")
                .jsonPath("$.paths['/api/open/orders'].post.responses['408'].description")
                .isEqualTo("body-too-slow");
    }

    @Test
    void the_kernels_arguments_are_documented_as_they_are_on_the_wire() {
        client.get()
                .uri("/v3/api-docs")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.components.securitySchemes.bearer.scheme")
                .isEqualTo("bearer")
                .jsonPath("$.paths['/api/me'].get.security[0].bearer")
                .isArray()
                .jsonPath("$.paths['/api/me'].get.parameters")
                .doesNotExist()
                .jsonPath("$.paths['/api/intents'].post.parameters[0].name")
                .isEqualTo("Idempotency-Key")
                .jsonPath("$.paths['/api/intents'].post.parameters[0].in")
                .isEqualTo("header")
                .jsonPath("$.paths['/api/open/pages'].get.parameters[?(@.name=='limit')].in")
                .isEqualTo("query");
    }
}
