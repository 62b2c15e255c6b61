package io.xinqun.catalog.model.supplier;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FeedSignatureTest {

    private static final byte[] VALUE = {1, 2, 3};

    private final KeyPair pair = pair();

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (java.security.GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private String x509() {
        return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }

    private FeedKey key() {
        return new FeedKey("k1", FeedSignature.normalised(x509()).orElseThrow(), Instant.EPOCH);
    }

    private String sign(String recordKey, byte[] value) throws Exception {
        Signature signer = Signature.getInstance("Ed25519");
        signer.initSign(pair.getPrivate());
        signer.update(FeedSignature.signedBytes(recordKey, value));
        return Base64.getEncoder().encodeToString(signer.sign());
    }

    @Test
    void a_key_may_come_raw_or_in_x509_form() {
        byte[] encoded = pair.getPublic().getEncoded();
        String raw =
                Base64.getEncoder()
                        .encodeToString(
                                Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
        assertThat(FeedSignature.normalised(x509())).contains(raw);
        assertThat(FeedSignature.normalised(raw)).contains(raw);
    }

    @Test
    void what_is_no_key_is_not_usable() {
        assertThat(FeedSignature.normalised("not base64!")).isEmpty();
        assertThat(FeedSignature.normalised("AAAA")).isEmpty();
        assertThat(FeedSignature.normalised(Base64.getEncoder().encodeToString(new byte[33])))
                .isEmpty();
    }

    @Test
    void the_owners_signature_over_key_and_value_is_valid() throws Exception {
        assertThat(FeedSignature.isValid(key(), "s1|A", VALUE, sign("s1|A", VALUE))).isTrue();
    }

    @Test
    void any_other_key_value_or_signature_is_not() throws Exception {
        String signature = sign("s1|A", VALUE);
        assertThat(FeedSignature.isValid(key(), "s2|A", VALUE, signature)).isFalse();
        assertThat(FeedSignature.isValid(key(), "s1|A", new byte[] {1, 2}, signature)).isFalse();
        assertThat(FeedSignature.isValid(key(), "s1|A", VALUE, "AAAA")).isFalse();
        assertThat(FeedSignature.isValid(key(), "s1|A", VALUE, "?")).isFalse();
    }
}
