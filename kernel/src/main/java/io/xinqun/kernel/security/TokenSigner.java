package io.xinqun.kernel.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;

/// Signs tokens with the first of the private keys (RS256); the others only stay published, so that
/// what they signed keeps counting until it expires.
///
/// Shape: the key file is a JSON Web Key set with private RSA keys. Errors: a set whose first key
/// is not private is an `IllegalArgumentException` at start.
public final class TokenSigner {

    private final Clock clock;
    private final String issuer;
    private final JWSSigner signer;
    private final String keyId;
    private final String publicKeys;

    public TokenSigner(String privateKeys, Clock clock, String issuer) {
        this.clock = clock;
        this.issuer = issuer;
        List<RSAKey> keys = List.copyOf(KeySources.rsaKeys(privateKeys).values());
        RSAKey active = keys.getFirst();
        this.keyId = active.getKeyID();
        this.signer = signer(active);
        this.publicKeys =
                new JWKSet(keys.stream().<JWK>map(RSAKey::toPublicJWK).toList()).toString();
    }

    /// A token of the type for the subject; issuer, times and key id are added to the claims.
    public String sign(String typ, String subject, Map<String, ?> claims, Duration life) {
        Instant now = clock.instant();
        JWTClaimsSet.Builder set =
                new JWTClaimsSet.Builder()
                        .issuer(issuer)
                        .subject(subject)
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(life)));
        claims.forEach(set::claim);
        JWSHeader header =
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .type(new JOSEObjectType(typ))
                        .keyID(keyId)
                        .build();
        SignedJWT jwt = new SignedJWT(header, set.build());
        try {
            jwt.sign(signer);
        } catch (JOSEException failed) {
            throw new IllegalStateException("the signing key does not sign", failed);
        }
        return jwt.serialize();
    }

    /// The key set that verifiers read, without any private part.
    public String publicKeys() {
        return publicKeys;
    }

    private static JWSSigner signer(RSAKey key) {
        if (!key.isPrivate()) {
            throw new IllegalArgumentException("the first signing key has no private part");
        }
        try {
            return new RSASSASigner(key);
        } catch (JOSEException unusable) {
            throw new IllegalArgumentException("the signing key is unusable", unusable);
        }
    }
}
