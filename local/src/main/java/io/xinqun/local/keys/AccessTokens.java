package io.xinqun.local.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;

/// Signs tokens with the key of this machine's copy, as community-service would.
public final class AccessTokens {

    private static final String ISSUER = "xinqun";

    private final RSAKey key;
    private final Clock clock;

    /// Reads the signing key once.
    public AccessTokens(LocalKeys keys, Clock clock) {
        try {
            this.key = JWKSet.load(keys.signingKeys().toFile()).getKeys().getFirst().toRSAKey();
            this.clock = clock;
        } catch (IOException | ParseException e) {
            throw new IllegalStateException("signing keys cannot be read", e);
        }
    }

    /// An access token for the account; claims may add to or replace the usual ones.
    public String access(String account, List<String> roles, Map<String, ?> claims, Duration life) {
        JWTClaimsSet.Builder body =
                claims(account, life).claim("roles", roles).claim("sid", "local-" + account);
        claims.forEach(body::claim);
        return sign("at+jwt", body.build());
    }

    /// A token of any type, such as `attribution+jwt`.
    public String token(String type, String subject, Map<String, ?> claims, Duration life) {
        JWTClaimsSet.Builder body = claims(subject, life);
        claims.forEach(body::claim);
        return sign(type, body.build());
    }

    private JWTClaimsSet.Builder claims(String subject, Duration life) {
        Instant now = clock.instant();
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject(subject)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(life)));
    }

    private String sign(String type, JWTClaimsSet claims) {
        try {
            SignedJWT jwt =
                    new SignedJWT(
                            new JWSHeader.Builder(JWSAlgorithm.RS256)
                                    .type(new JOSEObjectType(type))
                                    .keyID(key.getKeyID())
                                    .build(),
                            claims);
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("token could not be signed", e);
        }
    }
}
