package io.xinqun.kernel.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.xinqun.kernel.consumer.EventConsumers;
import io.xinqun.kernel.event.KafkaNames;
import io.xinqun.kernel.identity.Ids;
import io.xinqun.kernel.problem.ProblemHandler;
import io.xinqun.kernel.security.PersonalData;
import io.xinqun.kernel.security.SignedTokens;
import io.xinqun.kernel.security.TestKeys;
import io.xinqun.kernel.security.TokenSigner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class AutoConfigurationTest {

    @EnableAutoConfiguration
    static class Program {}

    private static final class Own implements SecurityWebFilterChain {

        @Override
        public Mono<Boolean> matches(ServerWebExchange exchange) {
            return Mono.just(false);
        }

        @Override
        public Flux<WebFilter> getWebFilters() {
            return Flux.empty();
        }
    }

    private final ReactiveWebApplicationContextRunner program =
            new ReactiveWebApplicationContextRunner()
                    .withInitializer(new ConfigDataApplicationContextInitializer())
                    .withPropertyValues(
                            "spring.config.import=classpath:xinqun-defaults.yml",
                            "spring.application.name=sample",
                            "xinqun.kafka.auto-start=false",
                            "xinqun.database=sample")
                    .withUserConfiguration(Program.class);

    @Test
    void a_service_gets_all_parts() {
        program.run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(context).hasSingleBean(Clock.class).hasSingleBean(Ids.class);
            assertThat(context.getBean("businessZone", ZoneId.class))
                    .isEqualTo(ZoneId.of("Asia/Shanghai"));
            assertThat(context).hasSingleBean(ProblemHandler.class);
            assertThat(context).hasSingleBean(SignedTokens.class);
            assertThat(context).hasSingleBean(SecurityWebFilterChain.class);
            assertThat(context).hasSingleBean(EventConsumers.class);
            assertThat(context).doesNotHaveBean(TokenSigner.class);
            assertThat(context).doesNotHaveBean(PersonalData.class);
            assertThat(context.getBean(MongoDatabase.class).getName()).isEqualTo("sample");
        });
    }

    @Test
    void the_gateway_lives_without_store_and_broker_on_its_class_path() {
        program.withClassLoader(
                        new FilteredClassLoader(
                                "com.mongodb",
                                "org.bson",
                                "org.apache.kafka",
                                "org.springframework.kafka",
                                "org.springframework.boot.kafka",
                                "org.springframework.boot.mongodb",
                                "org.springframework.boot.data.mongodb",
                                "org.springframework.data.mongodb",
                                "io.cloudevents"))
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(context).hasSingleBean(ProblemHandler.class);
                    assertThat(context).hasSingleBean(SignedTokens.class);
                    assertThat(context).doesNotHaveBean(KafkaNames.class);
                });
    }

    @Test
    void a_programs_own_filter_chain_replaces_the_kernels() {
        program.withBean("own", SecurityWebFilterChain.class, Own::new)
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(context).hasSingleBean(SecurityWebFilterChain.class);
                });
    }

    @Test
    void keys_that_are_configured_sign_and_seal(@TempDir Path folder) throws IOException {
        Path signing = folder.resolve("signing.json");
        Files.writeString(signing, TestKeys.privateSet(TestKeys.FIRST));
        Path data = folder.resolve("data.json");
        String key = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
        Files.writeString(data, "{\"active\":\"k1\",\"keys\":{\"k1\":\"" + key + "\"}}");
        program.withPropertyValues(
                        "XINQUN_SIGNING_KEYS=" + signing, "XINQUN_DATA_KEYS=" + data.toUri())
                .run(context -> {
                    assertThat(context).hasSingleBean(TokenSigner.class);
                    assertThat(context).hasSingleBean(PersonalData.class);
                });
    }
}
