package io.xinqun.kernel.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.util.List;
import java.util.stream.Stream;

/// Signing keys for tests, made once: an RSA key costs a second.
public final class TestKeys {

    public static final RSAKey FIRST = generate("first");
    public static final RSAKey SECOND = generate("second");
    public static final RSAKey FOREIGN = generate("first");

    private TestKeys() {}

    public static String privateSet(RSAKey... keys) {
        return new JWKSet(List.<JWK>of(keys)).toString(false);
    }

    public static String publicSet(RSAKey... keys) {
        List<JWK> shown = Stream.of(keys).<JWK>map(RSAKey::toPublicJWK).toList();
        return new JWKSet(shown).toString();
    }

    private static RSAKey generate(String id) {
        try {
            return new RSAKeyGenerator(2_048).keyID(id).generate();
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
