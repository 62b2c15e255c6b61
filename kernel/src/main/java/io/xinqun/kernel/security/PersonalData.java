package io.xinqun.kernel.security;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Encrypts names, phone numbers and addresses for storage: AES-256-GCM with a fresh nonce, and the
/// id of the key in front, so that keys rotate while old text stays readable.
///
/// Shape: sealed text is `<key id>.<base64url of nonce and ciphertext>`; the key file is
/// `{"active":"k1","keys":{"k1":"<base64 of 32 bytes>"}}`. Errors: an unknown key or changed text
/// is an `IllegalArgumentException` that does not repeat it.
public final class PersonalData {

    private static final int KEY_BYTES = 32;

    /// NIST SP 800-38D: 96-bit nonces, at random at most 2^32 texts per key.
    private static final int NONCE_BYTES = 12;

    private static final int TAG_BITS = 128;

    private record KeyFile(@Nullable String active, @Nullable Map<String, byte[]> keys) {}

    private final String active;
    private final Map<String, SecretKey> keys = new LinkedHashMap<>();
    private final SecureRandom random = new SecureRandom();

    public PersonalData(String keyFile) {
        KeyFile file = parse(keyFile);
        if (file.keys != null) {
            file.keys.forEach((id, key) -> keys.put(id, secret(id, key)));
        }
        if (file.active == null || !keys.containsKey(file.active)) {
            throw new IllegalArgumentException("the active personal-data key is not in the file");
        }
        this.active = file.active;
    }

    public String seal(String plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, active, nonce);
            byte[] sealed = cipher.doFinal(plain.getBytes(StandardCharsets.UTF_8));
            byte[] whole =
                    ByteBuffer.allocate(nonce.length + sealed.length)
                            .put(nonce)
                            .put(sealed)
                            .array();
            return active + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("personal data cannot be sealed", failed);
        }
    }

    public String open(String sealed) {
        int dot = sealed.indexOf('.');
        if (dot < 1) {
            throw new IllegalArgumentException("this is no sealed text");
        }
        try {
            byte[] whole = Base64.getUrlDecoder().decode(sealed.substring(dot + 1));
            ByteBuffer buffer = ByteBuffer.wrap(whole);
            byte[] nonce = new byte[Math.min(NONCE_BYTES, whole.length)];
            buffer.get(nonce);
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, sealed.substring(0, dot), nonce);
            byte[] plain = cipher.doFinal(whole, nonce.length, whole.length - nonce.length);
            return new String(plain, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException changed) {
            throw new IllegalArgumentException("the sealed text does not open", changed);
        }
    }

    /// Whether the text should be sealed again because another key is active now.
    public boolean isStale(String sealed) {
        return !sealed.startsWith(active + ".");
    }

    private Cipher cipher(int mode, String keyId, byte[] nonce) throws GeneralSecurityException {
        SecretKey key = keys.get(keyId);
        if (key == null) {
            throw new IllegalArgumentException("no personal-data key with this id is configured");
        }
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(keyId.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static SecretKey secret(String id, byte[] key) {
        if (id.isEmpty() || id.indexOf('.') >= 0 || key.length != KEY_BYTES) {
            throw new IllegalArgumentException(
                    "a personal-data key has an id without a dot and 32 bytes: " + id);
        }
        return new SecretKeySpec(key, "AES");
    }

    private static KeyFile parse(String keyFile) {
        try {
            return JsonMapper.shared().readValue(keyFile, KeyFile.class);
        } catch (JacksonException unreadable) {
            throw new IllegalArgumentException("the personal-data key file cannot be read");
        }
    }
}
