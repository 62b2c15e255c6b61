package io.xinqun.local.wechat.wire;

import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Proves that a request comes from the merchant, by its `Authorization` header.
///
/// Errors: 401 SIGN_ERROR, as the real API.
public record MerchantCredential(String merchant, String serial, PublicKey key, Clock clock) {
    private static final String SCHEME = "WECHATPAY2-SHA256-RSA2048 ";
    private static final Pattern MEMBER = Pattern.compile("(\\w+)=\"([^\"]*)\"");

    /// How far a request's time may be from ours, as the real API has it.
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    public void check(Call call) {
        if (!call.authorization().startsWith(SCHEME)) {
            throw refused("Http头Authorization值格式错误");
        }
        Map<String, String> members = new HashMap<>();
        Matcher matcher = MEMBER.matcher(call.authorization());
        while (matcher.find()) {
            members.put(matcher.group(1), matcher.group(2));
        }
        String timestamp = members.getOrDefault("timestamp", "");
        String nonce = members.getOrDefault("nonce_str", "");
        String signature = members.getOrDefault("signature", "");
        if (!merchant.equals(members.get("mchid")) || !serial.equals(members.get("serial_no"))) {
            throw refused("商户号或证书序列号错误");
        }
        if (tooFar(timestamp)) {
            throw refused("时间戳已过期");
        }
        if (!WechatCipher.verify(
                key, signature, call.method(), call.target(), timestamp, nonce, call.body())) {
            throw refused("签名错误");
        }
    }

    private boolean tooFar(String timestamp) {
        if (!timestamp.matches("\\d{1,12}")) {
            return true;
        }
        Instant stated = Instant.ofEpochSecond(Long.parseLong(timestamp));
        return Duration.between(stated, clock.instant()).abs().compareTo(TOLERANCE) > 0;
    }

    private static WechatError refused(String message) {
        return new WechatError(401, "SIGN_ERROR", message);
    }
}
