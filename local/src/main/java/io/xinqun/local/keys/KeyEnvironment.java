package io.xinqun.local.keys;

import java.util.LinkedHashMap;
import java.util.Map;

/// The environment variables by which programs find their keys and secrets.
public final class KeyEnvironment {

    private KeyEnvironment() {}

    /// All of them, as tests of any service need.
    public static Map<String, String> of(LocalKeys keys) {
        Map<String, String> e = new LinkedHashMap<>(service(keys));
        e.putAll(signer(keys));
        return e;
    }

    /// What every service has: public keys, personal-data keys and the merchant's identity.
    public static Map<String, String> service(LocalKeys keys) {
        Map<String, String> e = new LinkedHashMap<>(checker(keys));
        e.put("XINQUN_DATA_KEYS", keys.dataKeys().toString());
        e.put("XINQUN_WECHAT_APP_ID", LocalKeys.APP);
        e.put("XINQUN_WECHAT_APP_SECRET", keys.appSecret());
        e.put("XINQUN_WECHAT_MERCHANT_ID", LocalKeys.MERCHANT);
        e.put("XINQUN_WECHAT_MERCHANT_SERIAL", LocalKeys.MERCHANT_SERIAL);
        e.put("XINQUN_WECHAT_MERCHANT_PRIVATE_KEY", keys.merchantPrivateKey().toString());
        e.put("XINQUN_WECHAT_PUBLIC_KEY_ID", LocalKeys.PUBLIC_KEY_ID);
        e.put("XINQUN_WECHAT_PUBLIC_KEY", keys.wechatPublicKey().toString());
        e.put("XINQUN_WECHAT_API_V3_KEY", keys.apiV3Key());
        return e;
    }

    /// What only the program that signs people in has.
    public static Map<String, String> signer(LocalKeys keys) {
        return Map.of(
                "XINQUN_SIGNING_KEYS", keys.signingKeys().toString(),
                "XINQUN_OPERATOR_LOGIN", LocalKeys.OPERATOR,
                "XINQUN_OPERATOR_PASSWORD", keys.operatorPassword());
    }

    /// What is enough to check a token.
    public static Map<String, String> checker(LocalKeys keys) {
        return Map.of("XINQUN_JWKS", "file:" + keys.jwks());
    }
}
