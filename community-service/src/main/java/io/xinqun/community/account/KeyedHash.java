package io.xinqun.community.account;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A hash that only the holder of the key can compute (HMAC-SHA-256): finds personal data without
/// showing it, and marks text as ours.
///
/// Shape: a purpose separates its uses, so that a hash made for one says nothing in another; the
/// parts are length-prefixed, so `("a", "bc")` and `("ab", "c")` differ.
public final class KeyedHash {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    public KeyedHash(byte[] key) {
        this.key = new SecretKeySpec(key.clone(), ALGORITHM);
    }

    public byte[] bytes(String purpose, String... parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            add(mac, purpose);
            for (String part : parts) {
                add(mac, part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, missing);
        }
    }

    /// As 43 characters of base64url.
    public String text(String purpose, String... parts) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(purpose, parts));
    }

    private static void add(Mac mac, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length).array());
        mac.update(bytes);
    }
}
