package io.xinqun.kernel.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.text.ParseException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Reads JSON Web Key sets.
///
/// Shape: RSA keys of at least 2,048 bits with a key id; others are not ours and are ignored.
/// Errors: an unreadable or empty set is an `IllegalArgumentException`.
final class Jwks {

    private static final int MINIMUM_BITS = 2_048;

    private Jwks() {}

    static Map<String, RSAKey> rsaKeys(String json) {
        try {
            Map<String, RSAKey> keys = new LinkedHashMap<>();
            for (JWK key : JWKSet.parse(json).getKeys()) {
                if (key instanceof RSAKey rsa
                        && rsa.getKeyID() != null
                        && rsa.size() >= MINIMUM_BITS) {
                    keys.put(rsa.getKeyID(), rsa);
                }
            }
            if (keys.isEmpty()) {
                throw new IllegalArgumentException("the key set has no RSA key with an id");
            }
            return Collections.unmodifiableMap(keys);
        } catch (ParseException unreadable) {
            throw new IllegalArgumentException("the key set cannot be read", unreadable);
        }
    }

    static Map<String, JWSVerifier> verifiers(String json) {
        Map<String, JWSVerifier> verifiers = new LinkedHashMap<>();
        rsaKeys(json).forEach((id, key) -> verifiers.put(id, verifier(key)));
        return Collections.unmodifiableMap(verifiers);
    }

    private static JWSVerifier verifier(RSAKey key) {
        try {
            return new RSASSAVerifier(key);
        } catch (JOSEException unusable) {
            throw new IllegalArgumentException("key " + key.getKeyID() + " is unusable", unusable);
        }
    }
}
