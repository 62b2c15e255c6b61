package io.xinqun.community.signin.client;

import cn.binarywang.wx.miniapp.api.WxMaService;
import cn.binarywang.wx.miniapp.api.impl.WxMaServiceImpl;
import cn.binarywang.wx.miniapp.bean.WxMaJscode2SessionResult;
import cn.binarywang.wx.miniapp.config.impl.WxMaDefaultConfigImpl;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.xinqun.community.model.account.RefusedSignIn;
import io.xinqun.community.model.account.RefusedSignIn.Reason;
import io.xinqun.community.model.account.WechatIdentity;
import io.xinqun.community.model.account.WechatSignIn;
import java.time.Duration;
import java.util.regex.Pattern;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.common.util.http.apache.DefaultApacheHttpClientBuilder;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Exchanges sign-in codes through WxJava, which blocks: on the bounded elastic threads, under a
/// time-out and a breaker that counts only an absent WeChat, never a caller's bad code.
///
/// State: a code is used up by the first exchange, so nothing is tried twice here.
public final class WxJavaSignIn implements WechatSignIn {
    private static final String BREAKER = "wechat-mini-program";

    /// WxJava puts the code into an address as it is, so it must not carry other parameters.
    private static final Pattern CODE = Pattern.compile("[0-9A-Za-z_-]{1,128}");

    private static final int INVALID_CODE = 40029;
    private static final int USED_CODE = 40163;
    private static final int TOO_OFTEN = 45011;
    private static final int TOO_OFTEN_TODAY = 45009;

    private final WxMaService wechat;
    private final CircuitBreaker breaker;

    /// The breaker is taken from the registry under the name `wechat-mini-program`.
    public WxJavaSignIn(WechatMiniProgramSettings settings, CircuitBreakerRegistry breakers) {
        this.wechat = wechat(settings);
        this.breaker = breakers.circuitBreaker(BREAKER, breakerConfig());
    }

    @Override
    public Mono<WechatIdentity> exchange(String code) {
        if (!CODE.matcher(code).matches()) {
            return Mono.error(new RefusedSignIn(Reason.INVALID_CODE, "not shaped as one", null));
        }
        return Mono.fromCallable(() -> wechat.jsCode2SessionInfo(code))
                .subscribeOn(Schedulers.boundedElastic())
                .timeout(WechatMiniProgramSettings.CALL_PATIENCE)
                .map(WxJavaSignIn::identity)
                .onErrorMap(WxJavaSignIn::translate)
                .transformDeferred(CircuitBreakerOperator.of(breaker))
                .onErrorMap(WxJavaSignIn::translate);
    }

    private static WechatIdentity identity(WxMaJscode2SessionResult session) {
        String openId = session.getOpenid();
        if (openId == null || openId.isEmpty()) {
            throw new RefusedSignIn(Reason.UNAVAILABLE, "a session without openid", null);
        }
        return new WechatIdentity(openId, session.getUnionid());
    }

    private static Throwable translate(Throwable cause) {
        if (cause instanceof RefusedSignIn) {
            return cause;
        }
        int code =
                cause instanceof WxErrorException error && error.getError() != null
                        ? error.getError().getErrorCode()
                        : 0;
        Reason reason =
                switch (code) {
                    case INVALID_CODE -> Reason.INVALID_CODE;
                    case USED_CODE -> Reason.USED_CODE;
                    case TOO_OFTEN, TOO_OFTEN_TODAY -> Reason.RATE_LIMITED;
                    default -> Reason.UNAVAILABLE;
                };
        return new RefusedSignIn(
                reason, code == 0 ? cause.getClass().getSimpleName() : "errcode " + code, cause);
    }

    private static boolean away(Throwable cause) {
        return cause instanceof RefusedSignIn refused && refused.reason() == Reason.UNAVAILABLE;
    }

    private static WxMaService wechat(WechatMiniProgramSettings settings) {
        DefaultApacheHttpClientBuilder http = DefaultApacheHttpClientBuilder.get();
        http.setConnectionTimeout((int) WechatMiniProgramSettings.CONNECT_PATIENCE.toMillis());
        http.setConnectionRequestTimeout(
                (int) WechatMiniProgramSettings.CONNECT_PATIENCE.toMillis());
        http.setSoTimeout((int) WechatMiniProgramSettings.READ_PATIENCE.toMillis());
        WxMaDefaultConfigImpl config = new WxMaDefaultConfigImpl();
        config.setAppid(settings.appId());
        config.setSecret(settings.appSecret());
        config.setApacheHttpClientBuilder(http);
        if (!settings.baseUrl().isBlank()) {
            config.setApiHostUrl(settings.baseUrl());
        }
        WxMaService service = new WxMaServiceImpl();
        service.setWxMaConfig(config);
        // A code is good for one exchange; a second try would only report it as used.
        service.setMaxRetryTimes(0);
        return service;
    }

    /// Opens when half of the last twenty exchanges found no WeChat, tries again after 5 seconds.
    private static CircuitBreakerConfig breakerConfig() {
        return CircuitBreakerConfig.custom()
                .slidingWindowSize(20)
                .minimumNumberOfCalls(10)
                .failureRateThreshold(50)
                .waitDurationInOpenState(Duration.ofSeconds(5))
                .permittedNumberOfCallsInHalfOpenState(3)
                .recordException(WxJavaSignIn::away)
                .build();
    }
}
