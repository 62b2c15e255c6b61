package io.xinqun.local.wechat.wire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The cryptography of WeChat Pay v3: SHA256-RSA2048 over lines, AES-256-GCM for resources.
public final class WechatCipher {
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private WechatCipher() {}

    /// Signs `parts`, each ended by a line feed.
    public static String sign(PrivateKey key, String... parts) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(lines(parts));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException cause) {
            throw new IllegalStateException("cannot sign", cause);
        }
    }

    public static boolean verify(PublicKey key, String sign, String... parts) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(key);
            signature.update(lines(parts));
            return signature.verify(Base64.getDecoder().decode(sign));
        } catch (GeneralSecurityException | IllegalArgumentException cause) {
            return false;
        }
    }

    public static String encrypt(String apiV3Key, String nonce, String associated, String plain) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(apiV3Key.getBytes(StandardCharsets.UTF_8), "AES"),
                    new GCMParameterSpec(TAG_BITS, nonce.getBytes(StandardCharsets.UTF_8)));
            cipher.updateAAD(associated.getBytes(StandardCharsets.UTF_8));
            byte[] sealed = cipher.doFinal(plain.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(sealed);
        } catch (GeneralSecurityException cause) {
            throw new IllegalStateException("cannot encrypt", cause);
        }
    }

    /// `length` random hexadecimal characters.
    public static String nonce(int length) {
        byte[] bytes = new byte[(length + 1) / 2];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes).substring(0, length);
    }

    public static byte[] sha256(String text) {
        return digest("SHA-256", text);
    }

    /// The hash that WeChat states for a bill.
    public static String sha1(String text) {
        return HexFormat.of().formatHex(digest("SHA-1", text));
    }

    private static byte[] digest(String algorithm, String text) {
        try {
            return MessageDigest.getInstance(algorithm)
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException cause) {
            throw new IllegalStateException(cause);
        }
    }

    private static byte[] lines(String... parts) {
        return (String.join("\n", parts) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
