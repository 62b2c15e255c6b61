package io.xinqun.local.testing;

import io.xinqun.local.keys.LocalKeys;
import java.util.LinkedHashMap;
import java.util.Map;

/// The environment variables by which programs find their keys and WeChat identity.
public final class KeyEnvironment {

    private KeyEnvironment() {}

    /// All of them; the same for the launcher and for tests.
    public static Map<String, String> of(LocalKeys keys) {
        Map<String, String> e = new LinkedHashMap<>();
        e.put("XINQUN_JWKS", "file:" + keys.jwks());
        e.put("XINQUN_SIGNING_KEYS", keys.signingKeys().toString());
        e.put("XINQUN_DATA_KEYS", keys.dataKeys().toString());
        e.put("XINQUN_WECHAT_APP_ID", LocalKeys.APP);
        e.put("XINQUN_WECHAT_APP_SECRET", keys.appSecret());
        e.put("XINQUN_WECHAT_MERCHANT_ID", LocalKeys.MERCHANT);
        e.put("XINQUN_WECHAT_MERCHANT_SERIAL", LocalKeys.MERCHANT_SERIAL);
        e.put("XINQUN_WECHAT_MERCHANT_PRIVATE_KEY", keys.merchantPrivateKey().toString());
        e.put("XINQUN_WECHAT_PUBLIC_KEY_ID", LocalKeys.PUBLIC_KEY_ID);
        e.put("XINQUN_WECHAT_PUBLIC_KEY", keys.wechatPublicKey().toString());
        e.put("XINQUN_WECHAT_API_V3_KEY", keys.apiV3Key());
        e.put("XINQUN_OPERATOR_LOGIN", "operator");
        e.put("XINQUN_OPERATOR_PASSWORD", keys.operatorPassword());
        return e;
    }
}
