package io.xinqun.kernel.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.xinqun.kernel.problem.Problem;
import io.xinqun.kernel.security.TokenRefused.Reason;
import io.xinqun.kernel.time.HandClock;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

class SignedTokensTest {

    private static final String TYPE = "at+jwt";
    private static final Duration LIFE = Duration.ofMinutes(15);

    private final HandClock clock = new HandClock();
    private final AtomicInteger reads = new AtomicInteger();
    private @Nullable String published = TestKeys.publicSet(TestKeys.FIRST);
    private final SecurityProperties properties =
            new SecurityProperties(
                    null,
                    null,
                    null,
                    "xinqun",
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(5),
                    Duration.ofSeconds(10),
                    100);
    private final VerificationKeys keys =
            new VerificationKeys(this::read, clock, properties.reread(), properties.refreshPause());
    private final SignedTokens tokens = new SignedTokens(keys, clock, properties);
    private final TokenSigner signer = signer(TestKeys.privateSet(TestKeys.FIRST));

    @Test
    void a_token_of_ours_counts_and_says_who() {
        String token = signer.sign(TYPE, "a-1", Map.of("roles", List.of("curator")), LIFE);
        VerifiedToken verified = verify(token);
        assertThat(verified.subject()).isEqualTo("a-1");
        assertThat(verified.claims().texts("roles")).containsExactly("curator");
        assertThat(verified.claims().text("supplier")).isNull();
        assertThat(verified.expiresAt()).isEqualTo(clock.instant().plus(LIFE));
    }

    @Test
    void a_token_ends_with_its_life_and_the_allowance_also_when_it_was_seen_before() {
        String token = token();
        verify(token);
        clock.forward(LIFE.plusSeconds(29));
        verify(token);
        assertThat(fresh().verify(token, TYPE).block()).isNotNull();
        clock.forward(Duration.ofSeconds(1));
        assertRefused(token, Reason.EXPIRED);
        assertThatThrownBy(() -> fresh().verify(token, TYPE).block())
                .isInstanceOf(TokenRefused.class);
    }

    @Test
    void a_token_without_an_end_does_not_count() throws Exception {
        JWTClaimsSet claims = new JWTClaimsSet.Builder().issuer("xinqun").subject("a-1").build();
        assertRefused(signed(claims), Reason.EXPIRED);
    }

    @Test
    void a_token_of_the_future_counts_only_within_the_allowance() {
        clock.forward(Duration.ofSeconds(31));
        String early = token();
        clock.forward(Duration.ofSeconds(-31));
        assertRefused(early, Reason.NOT_YET_VALID);
        clock.forward(Duration.ofSeconds(1));
        verify(early);
    }

    @Test
    void a_not_before_time_is_honoured() throws Exception {
        JWTClaimsSet claims =
                new JWTClaimsSet.Builder()
                        .issuer("xinqun")
                        .subject("a-1")
                        .notBeforeTime(Date.from(clock.instant().plusSeconds(60)))
                        .expirationTime(Date.from(clock.instant().plusSeconds(600)))
                        .build();
        assertRefused(signed(claims), Reason.NOT_YET_VALID);
    }

    @Test
    void a_strangers_key_with_the_same_id_does_not_count() {
        String token =
                signer(TestKeys.privateSet(TestKeys.FOREIGN)).sign(TYPE, "a", Map.of(), LIFE);
        assertRefused(token, Reason.SIGNATURE);
    }

    @Test
    void an_unsigned_token_and_one_signed_with_the_public_key_as_a_secret_do_not_count()
            throws Exception {
        JWTClaimsSet claims =
                new JWTClaimsSet.Builder()
                        .issuer("xinqun")
                        .subject("a-1")
                        .expirationTime(Date.from(clock.instant().plusSeconds(60)))
                        .build();
        assertRefused(new PlainJWT(claims).serialize(), Reason.MALFORMED);
        JWSHeader header =
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .type(new JOSEObjectType(TYPE))
                        .keyID("first")
                        .build();
        SignedJWT confused = new SignedJWT(header, claims);
        confused.sign(new MACSigner(TestKeys.FIRST.toRSAPublicKey().getEncoded()));
        assertRefused(confused.serialize(), Reason.ALGORITHM);
    }

    @Test
    void a_token_of_another_type_or_issuer_or_without_subject_does_not_count() throws Exception {
        String other = signer.sign("attribution+jwt", "a-1", Map.of(), LIFE);
        assertRefused(other, Reason.TYPE);
        JWTClaimsSet foreign =
                new JWTClaimsSet.Builder()
                        .issuer("else")
                        .subject("a-1")
                        .expirationTime(Date.from(clock.instant().plusSeconds(60)))
                        .build();
        assertRefused(signed(foreign), Reason.ISSUER);
        JWTClaimsSet nobody =
                new JWTClaimsSet.Builder()
                        .issuer("xinqun")
                        .expirationTime(Date.from(clock.instant().plusSeconds(60)))
                        .build();
        assertRefused(signed(nobody), Reason.SUBJECT);
    }

    @Test
    void a_type_that_was_verified_does_not_count_as_another() {
        String token = token();
        verify(token);
        assertThatThrownBy(() -> tokens.verify(token, "attribution+jwt").block())
                .isInstanceOfSatisfying(
                        TokenRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.TYPE));
    }

    @Test
    void any_changed_claim_breaks_the_signature() {
        String[] parts = token().split("\\.");
        String payload = new String(Base64.getUrlDecoder().decode(parts[1]));
        String changed = payload.replace("a-1", "a-2");
        assertThat(changed).isNotEqualTo(payload);
        parts[1] = Base64.getUrlEncoder().withoutPadding().encodeToString(changed.getBytes());
        assertRefused(String.join(".", parts), Reason.SIGNATURE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ".", "..", "a.b.c", "no token", "eyJhbGciOiJSUzI1NiJ9..", "💰.💰.💰"})
    void what_is_no_token_is_refused(String text) {
        assertRefused(text, Reason.MALFORMED);
    }

    @Test
    void an_endless_text_is_refused_unread() {
        assertRefused("a".repeat(5_000), Reason.MALFORMED);
    }

    @Test
    void a_new_key_counts_at_once_and_the_old_one_until_it_is_removed() {
        String old = token();
        verify(old);
        TokenSigner rotated = signer(TestKeys.privateSet(TestKeys.SECOND, TestKeys.FIRST));
        published = rotated.publicKeys();
        clock.forward(Duration.ofSeconds(11));
        String young = rotated.sign(TYPE, "a-1", Map.of(), LIFE);
        verify(young);
        verify(old);
        published = TestKeys.publicSet(TestKeys.SECOND);
        clock.forward(Duration.ofMinutes(5));
        verify(young);
        assertRefused(old, Reason.UNKNOWN_KEY);
    }

    @Test
    void made_up_key_ids_read_the_source_at_most_every_ten_seconds() {
        verify(token());
        clock.forward(Duration.ofSeconds(11));
        String unknown =
                signer(TestKeys.privateSet(TestKeys.SECOND)).sign(TYPE, "a", Map.of(), LIFE);
        for (int times = 0; times < 50; times++) {
            assertRefused(unknown, Reason.UNKNOWN_KEY);
        }
        assertThat(reads).hasValue(2);
        clock.forward(Duration.ofSeconds(10));
        assertRefused(unknown, Reason.UNKNOWN_KEY);
        assertThat(reads).hasValue(3);
    }

    @Test
    void keys_in_hand_stay_while_the_source_is_away_and_none_at_all_is_unavailable() {
        String token = token();
        published = null;
        assertThatThrownBy(() -> verify(token)).isInstanceOf(Problem.class);
        published = TestKeys.publicSet(TestKeys.FIRST);
        verify(token);
        published = null;
        clock.forward(Duration.ofMinutes(6));
        verify(token);
        verify(signer.sign(TYPE, "a-9", Map.of(), LIFE));
    }

    @Test
    void what_is_published_has_no_private_part() {
        assertThat(signer.publicKeys()).contains("first").doesNotContain("\"d\"");
        assertThatThrownBy(() -> signer(TestKeys.publicSet(TestKeys.FIRST)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Mono<String> read() {
        reads.incrementAndGet();
        return published == null ? Mono.error(new IOException("away")) : Mono.just(published);
    }

    private SignedTokens fresh() {
        return new SignedTokens(keys, clock, properties);
    }

    private TokenSigner signer(String privateKeys) {
        return new TokenSigner(privateKeys, clock, "xinqun");
    }

    private String token() {
        return signer.sign(TYPE, "a-1", Map.of(), LIFE);
    }

    private VerifiedToken verify(String token) {
        VerifiedToken verified = tokens.verify(token, TYPE).block();
        assertThat(verified).isNotNull();
        return verified;
    }

    private void assertRefused(String token, Reason reason) {
        assertThatThrownBy(() -> tokens.verify(token, TYPE).block())
                .isInstanceOfSatisfying(
                        TokenRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private String signed(JWTClaimsSet claims) throws Exception {
        JWSHeader header =
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .type(new JOSEObjectType(TYPE))
                        .keyID("first")
                        .build();
        SignedJWT jwt = new SignedJWT(header, claims);
        jwt.sign(new RSASSASigner(TestKeys.FIRST));
        return jwt.serialize();
    }
}
