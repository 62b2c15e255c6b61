package io.xinqun.kernel.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.xinqun.kernel.security.TokenRefused.Reason;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// Checks the tokens that Xinqun signs: RS256 only, the type that is asked for, our issuer, a known
/// key, and the time with a small allowance for clocks that differ.
///
/// State: a token that was verified is remembered until it expires (bounded), so its signature is
/// checked once per program; a changed key set forgets all. Errors: [TokenRefused];
/// [io.xinqun.kernel.problem.Problem] `unavailable` while no keys are known.
public final class SignedTokens {

    /// Longer text is no token of ours and is refused before it is parsed.
    private static final int MAXIMUM_LENGTH = 4_096;

    private record Known(String token, String typ) {}

    private record Remembered(VerifiedToken token, long generation) {}

    private final VerificationKeys keys;
    private final Clock clock;
    private final String issuer;
    private final Duration skew;
    private final Cache<Known, Remembered> remembered;

    public SignedTokens(VerificationKeys keys, Clock clock, SecurityProperties properties) {
        this.keys = keys;
        this.clock = clock;
        this.issuer = properties.issuer();
        this.skew = properties.clockSkew();
        this.remembered = Caffeine.newBuilder().maximumSize(properties.cachedTokens()).build();
    }

    public Mono<VerifiedToken> verify(String token, String typ) {
        Known key = new Known(token, typ);
        Remembered known = remembered.getIfPresent(key);
        if (known == null) {
            return Mono.defer(() -> check(key));
        }
        return keys.refreshIfOld().then(Mono.defer(() -> again(key, known)));
    }

    private Mono<VerifiedToken> again(Known key, Remembered known) {
        if (known.generation != keys.generation()) {
            remembered.invalidate(key);
            return check(key);
        }
        if (isOver(known.token.expiresAt())) {
            remembered.invalidate(key);
            return refused(Reason.EXPIRED);
        }
        return Mono.just(known.token);
    }

    private Mono<VerifiedToken> check(Known key) {
        if (key.token.length() > MAXIMUM_LENGTH) {
            return refused(Reason.MALFORMED);
        }
        SignedJWT jwt;
        try {
            jwt = SignedJWT.parse(key.token);
        } catch (ParseException | IllegalArgumentException malformed) {
            return refused(Reason.MALFORMED);
        }
        Reason reason = reasonAgainst(jwt.getHeader(), key.typ);
        if (reason != null) {
            return refused(reason);
        }
        return keys.verifier(jwt.getHeader().getKeyID())
                .switchIfEmpty(Mono.error(() -> new TokenRefused(Reason.UNKNOWN_KEY)))
                .map(verifier -> remember(key, verified(jwt, verifier)));
    }

    private static @Nullable Reason reasonAgainst(JWSHeader header, String typ) {
        if (!JWSAlgorithm.RS256.equals(header.getAlgorithm())) {
            return Reason.ALGORITHM;
        }
        JOSEObjectType type = header.getType();
        if (type == null || !type.getType().equals(typ)) {
            return Reason.TYPE;
        }
        return header.getKeyID() == null ? Reason.UNKNOWN_KEY : null;
    }

    private VerifiedToken verified(SignedJWT jwt, JWSVerifier verifier) {
        try {
            if (!jwt.verify(verifier)) {
                throw new TokenRefused(Reason.SIGNATURE);
            }
            return accepted(jwt.getJWTClaimsSet());
        } catch (JOSEException | ParseException unreadable) {
            throw new TokenRefused(Reason.MALFORMED);
        }
    }

    private VerifiedToken accepted(JWTClaimsSet claims) {
        if (!issuer.equals(claims.getIssuer())) {
            throw new TokenRefused(Reason.ISSUER);
        }
        String subject = claims.getSubject();
        if (subject == null || subject.isBlank()) {
            throw new TokenRefused(Reason.SUBJECT);
        }
        Date expiry = claims.getExpirationTime();
        if (expiry == null || isOver(expiry.toInstant())) {
            throw new TokenRefused(Reason.EXPIRED);
        }
        if (isAhead(claims.getNotBeforeTime()) || isAhead(claims.getIssueTime())) {
            throw new TokenRefused(Reason.NOT_YET_VALID);
        }
        return new VerifiedToken(subject, new Claims(claims.getClaims()), expiry.toInstant());
    }

    private boolean isOver(Instant expiry) {
        return !clock.instant().isBefore(expiry.plus(skew));
    }

    private boolean isAhead(@Nullable Date time) {
        return time != null && time.toInstant().isAfter(clock.instant().plus(skew));
    }

    private VerifiedToken remember(Known key, VerifiedToken token) {
        remembered.put(key, new Remembered(token, keys.generation()));
        return token;
    }

    private static Mono<VerifiedToken> refused(Reason reason) {
        return Mono.error(new TokenRefused(reason));
    }
}
