package io.xinqun.local.wechat.api;

import io.xinqun.local.wechat.wire.Answer;
import io.xinqun.local.wechat.wire.Call;
import io.xinqun.local.wechat.wire.Json;
import io.xinqun.local.wechat.wire.Server;
import io.xinqun.local.wechat.wire.WechatCipher;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/// `api.weixin.qq.com`: access tokens and `jscode2session`, for one mini-program.
///
/// Shape: errors are HTTP 200 with `errcode`, as the real one answers.
public final class MiniProgramApi {
    private static final Duration CODE_LIFE = Duration.ofMinutes(5);
    private static final int TOKEN_SECONDS = 7200;

    private record Code(String openId, String unionId, Instant expiresAt, boolean used) {}

    private final Map<String, Code> codes = new ConcurrentHashMap<>();
    private final Merchant merchant;
    private final Clock clock;

    public MiniProgramApi(Merchant merchant, Clock clock) {
        this.merchant = merchant;
        this.clock = clock;
    }

    public void register(Server server) {
        server.on("GET", "/cgi-bin/token", call -> token(call.query("appid"), call.query("secret")))
                .on("POST", "/cgi-bin/stable_token", this::stableToken)
                .on("GET", "/sns/jscode2session", this::session);
    }

    /// A code as `wx.login` gives it to the user's mini-program.
    String code(String openId, String unionId) {
        String code = "0" + WechatCipher.nonce(31);
        Instant expiresAt = clock.instant().plus(CODE_LIFE);
        codes.put(code, new Code(openId, unionId, expiresAt, false));
        return code;
    }

    private Answer stableToken(Call call) {
        JsonNode json = call.json();
        return token(Json.text(json, "/appid", ""), Json.text(json, "/secret", ""));
    }

    private Answer token(String appId, String secret) {
        if (!known(appId, secret)) {
            return error(40125, "invalid appsecret");
        }
        return Answer.ok(
                Json.object()
                        .put("access_token", WechatCipher.nonce(64))
                        .put("expires_in", TOKEN_SECONDS));
    }

    private Answer session(Call call) {
        if (!known(call.query("appid"), call.query("secret"))) {
            return error(40125, "invalid appsecret");
        }
        String text = call.query("js_code");
        Code code = codes.get(text);
        if (code == null || clock.instant().isAfter(code.expiresAt())) {
            return error(40029, "invalid code");
        }
        Code used = new Code(code.openId(), code.unionId(), code.expiresAt(), true);
        if (code.used() || !codes.replace(text, code, used)) {
            return error(40163, "code been used");
        }
        return Answer.ok(
                Json.object()
                        .put("openid", code.openId())
                        .put("unionid", code.unionId())
                        .put("session_key", WechatCipher.nonce(24)));
    }

    private boolean known(String appId, String secret) {
        return merchant.appId().equals(appId) && merchant.appSecret().equals(secret);
    }

    private static Answer error(int code, String message) {
        return Answer.ok(Json.object().put("errcode", code).put("errmsg", message));
    }
}
