package io.xinqun.community.signin.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.xinqun.community.model.account.RefusedSignIn;
import io.xinqun.community.model.account.RefusedSignIn.Reason;
import io.xinqun.community.model.account.WechatIdentity;
import io.xinqun.local.keys.KeyEnvironment;
import io.xinqun.local.keys.LocalKeys;
import io.xinqun.local.wechat.SimulatorSettings;
import io.xinqun.local.wechat.WechatControl;
import io.xinqun.local.wechat.WechatKeys;
import io.xinqun.local.wechat.WechatSimulator;
import io.xinqun.local.wechat.wire.Faults;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WxJavaSignInIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir static Path directory;
    static Map<String, String> environment;
    static WechatSimulator simulator;
    static WechatControl phone;

    @BeforeAll
    static void start() {
        environment = KeyEnvironment.of(LocalKeys.in(directory.resolve("keys")));
        simulator =
                WechatSimulator.start(
                        new SimulatorSettings(
                                0, directory.resolve("books"), WechatKeys.from(environment), 100),
                        Clock.systemUTC());
        phone = new WechatControl(simulator.address());
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @Test
    void a_code_becomes_the_identity_of_its_user_once() {
        WxJavaSignIn signIn = signIn(environment.get("XINQUN_WECHAT_APP_SECRET"));
        String code = phone.code("openid-of-mei");
        WechatIdentity mei = signIn.exchange(code).block(PATIENCE);
        assertThat(mei).isEqualTo(new WechatIdentity("openid-of-mei", "union-openid-of-mei"));
        assertRefused(signIn, code, Reason.USED_CODE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"021abcdefghijklmnopqrstuvwxyz012", "a&appid=other", "a b", "码", ""})
    void a_code_that_wechat_never_made_is_invalid(String code) {
        assertRefused(
                signIn(environment.get("XINQUN_WECHAT_APP_SECRET")), code, Reason.INVALID_CODE);
    }

    @Test
    void a_wrong_secret_is_not_the_users_fault() {
        assertRefused(signIn("wrong"), phone.code("openid-of-mei"), Reason.UNAVAILABLE);
    }

    @Test
    void a_broken_wechat_is_unavailable() {
        WxJavaSignIn signIn = signIn(environment.get("XINQUN_WECHAT_APP_SECRET"));
        phone.order(Faults.Kind.ERROR_BEFORE, "GET /cgi-bin/token", 1);
        assertRefused(signIn, phone.code("openid-of-mei"), Reason.UNAVAILABLE);
        phone.clearFaults();
    }

    private static WxJavaSignIn signIn(String secret) {
        return new WxJavaSignIn(
                new WechatMiniProgramSettings(
                        simulator.address(), environment.get("XINQUN_WECHAT_APP_ID"), secret),
                CircuitBreakerRegistry.ofDefaults());
    }

    private static void assertRefused(WxJavaSignIn signIn, String code, Reason reason) {
        RefusedSignIn refusal =
                catchThrowableOfType(
                        RefusedSignIn.class, () -> signIn.exchange(code).block(PATIENCE));
        assertThat(refusal).isNotNull();
        assertThat(refusal.reason()).isEqualTo(reason);
    }
}
