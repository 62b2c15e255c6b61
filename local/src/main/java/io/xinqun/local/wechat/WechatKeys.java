package io.xinqun.local.wechat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/// The keys and names that the merchant and WeChat share, made here once per run directory.
///
/// Shape: `environment` is what programs read (`XINQUN_WECHAT_*`); WeChat's private key, which a
/// real merchant never sees, lies beside its public one.
public record WechatKeys(Map<String, String> environment) {
    private static final String PREFIX = "XINQUN_WECHAT_";

    /// Takes the names and files from a program's environment.
    public static WechatKeys from(Map<String, String> environment) {
        Map<String, String> own = new LinkedHashMap<>();
        environment.forEach((name, value) -> {
            if (name.startsWith(PREFIX)) {
                own.put(name, value);
            }
        });
        return new WechatKeys(Map.copyOf(own));
    }

    public String name(String suffix) {
        String value = environment.get(PREFIX + suffix);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(PREFIX + suffix + " is not set");
        }
        return value;
    }

    /// With what the simulator signs.
    PrivateKey wechatPrivateKey() {
        String stated = environment.get(PREFIX + "PRIVATE_KEY");
        Path beside = Path.of(name("PUBLIC_KEY")).resolveSibling("wechat-pay-private.pem");
        return privateKey(stated == null ? beside : Path.of(stated));
    }

    /// With what the simulator verifies the merchant; follows from the merchant's private key.
    PublicKey merchantPublicKey() {
        try {
            RSAPrivateCrtKey key =
                    (RSAPrivateCrtKey) privateKey(Path.of(name("MERCHANT_PRIVATE_KEY")));
            return KeyFactory.getInstance("RSA")
                    .generatePublic(
                            new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
        } catch (GeneralSecurityException cause) {
            throw new IllegalStateException("the merchant's key is not an RSA key", cause);
        }
    }

    private static PrivateKey privateKey(Path file) {
        try {
            String text = Files.readString(file).replaceAll("-----[^-]+-----|\\s", "");
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(text)));
        } catch (IOException | GeneralSecurityException cause) {
            throw new IllegalStateException("cannot read the key " + file, cause);
        }
    }
}
