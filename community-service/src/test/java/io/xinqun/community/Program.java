package io.xinqun.community;

import io.xinqun.kernel.security.SignedTokens;
import io.xinqun.kernel.security.VerifiedToken;
import io.xinqun.local.testing.Platform;
import io.xinqun.local.wechat.SimulatorSettings;
import io.xinqun.local.wechat.WechatControl;
import io.xinqun.local.wechat.WechatKeys;
import io.xinqun.local.wechat.WechatSimulator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import reactor.test.StepVerifier;
import tools.jackson.databind.json.JsonMapper;

/// The whole program on a real store and broker with the WeChat simulator, driven over HTTP. All
/// test classes share one; each uses people and communities of its own.
@SpringBootTest(
        classes = CommunityApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(Program.Extras.class)
abstract class Program {

    private static final WechatSimulator WECHAT = startWechat();
    static final WechatControl PHONE = new WechatControl(WECHAT.address());

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @LocalServerPort private int port;
    @Autowired SignedTokens tokens;
    @Autowired TestClock clock;

    @TestConfiguration
    static class Extras {

        @Bean
        TestClock clock() {
            return new TestClock();
        }
    }

    @DynamicPropertySource
    static void platform(DynamicPropertyRegistry registry) {
        Platform.shared().register(registry, Program.class);
        registry.add("XINQUN_WECHAT_BASE_URL", WECHAT::address);
    }

    private static WechatSimulator startWechat() {
        try {
            Path books = Files.createTempDirectory("xinqun-wechat-");
            WechatKeys keys = WechatKeys.from(Platform.shared().environment(Program.class));
            return WechatSimulator.start(
                    new SimulatorSettings(0, books, keys, 100), Clock.systemUTC());
        } catch (IOException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    // People.

    /// Somebody who is signed in, with the answer that said so.
    record Person(String id, String token, String refreshToken) {}

    Person consumer(String openId) {
        return person(
                post(
                                null,
                                "/api/v1/sign-in/wechat-mini-program",
                                "{\"code\":\"%s\",\"device\":\"test\"}"
                                        .formatted(PHONE.code(openId)))
                        .expect(200));
    }

    Person operator() {
        return person(signIn("operator", Platform.shared().keys().operatorPassword()).expect(200));
    }

    Answer signIn(String login, String password) {
        return post(
                null,
                "/api/v1/sign-in/password",
                "{\"login\":\"%s\",\"password\":\"%s\"}".formatted(login, password));
    }

    /// The attribution token of a visit, after its signature was checked.
    VerifiedToken verified(Answer visit) {
        String token = visit.text("/attributionToken");
        VerifiedToken[] verified = new VerifiedToken[1];
        StepVerifier.create(tokens.verify(token, "attribution+jwt"))
                .consumeNextWith(value -> verified[0] = value)
                .verifyComplete();
        return verified[0];
    }

    /// A consumer who is a curator too, optionally below another one.
    Person curator(String openId, @Nullable String secondLevel) {
        Person consumer = consumer(openId);
        String second = secondLevel == null ? "" : ",\"secondLevel\":\"" + secondLevel + "\"";
        post(
                        operator().token(),
                        "/api/v1/operator/curators",
                        "{\"account\":\"%s\"%s}".formatted(consumer.id(), second))
                .expect(200);
        return consumer(openId);
    }

    static Person person(Answer answer) {
        return new Person(
                answer.text("/account/id"),
                answer.text("/accessToken"),
                answer.text("/refreshToken"));
    }

    // Communities and links.

    String community(Person owner, String admission, int capacity) {
        String body =
                """
                {"name":"测试群","kind":"sharing","purpose":"selling","admission":"%s",
                 "capacity":%d,"tags":["水果"]}
                """
                        .formatted(admission, capacity);
        return send(request(owner.token(), "/api/v1/communities")
                        .header("Idempotency-Key", "k" + System.nanoTime())
                        .POST(BodyPublishers.ofString(body)))
                .expect(201)
                .text("/id");
    }

    String link(Person curator, String product) {
        return post(curator.token(), "/api/v1/share-links", linkTo(product))
                .expect(201)
                .text("/code");
    }

    static String linkTo(String product) {
        return "{\"target\":{\"kind\":\"product\",\"id\":\"%s\"},\"channel\":\"group\"}"
                .formatted(product);
    }

    Answer visit(@Nullable String token, String code) {
        return post(token, "/api/v1/share-links/" + code + "/visits", "").expect(200);
    }

    // HTTP.

    Answer get(@Nullable String token, String path) {
        return send(request(token, path).GET());
    }

    Answer delete(@Nullable String token, String path) {
        return send(request(token, path).DELETE());
    }

    Answer post(@Nullable String token, String path, String body) {
        return send(request(token, path).POST(BodyPublishers.ofString(body)));
    }

    HttpRequest.Builder request(@Nullable String token, String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Content-Type", "application/json");
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            String body = answer.body().isBlank() ? "null" : answer.body();
            return new Answer(answer.statusCode(), JsonMapper.shared().readTree(body));
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /// All at the same moment.
    static <T> List<T> parallel(int times, IntFunction<Callable<T>> work) {
        CompletableFuture<Boolean> start = new CompletableFuture<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> running = new ArrayList<>();
            for (int index = 0; index < times; index++) {
                Callable<T> task = work.apply(index);
                running.add(
                        threads.submit(() -> {
                            start.get();
                            return task.call();
                        }));
            }
            start.complete(true);
            List<T> results = new ArrayList<>();
            for (Future<T> future : running) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
