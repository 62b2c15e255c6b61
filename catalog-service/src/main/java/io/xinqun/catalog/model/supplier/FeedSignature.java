package io.xinqun.catalog.model.supplier;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/// Ed25519 signatures over records of the feed topic.
public final class FeedSignature {

    private static final String ALGORITHM = "Ed25519";
    private static final int RAW_LENGTH = 32;

    /// What precedes the 32 bytes in the X.509 form of an Ed25519 key (RFC 8410).
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private FeedSignature() {}

    /// The 32 raw bytes of a public key in base64, whether it was sent raw or in X.509 form; empty
    /// for what is no usable Ed25519 key.
    public static Optional<String> normalised(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            byte[] raw =
                    bytes.length == RAW_LENGTH + X509_PREFIX.length
                                    && Arrays.equals(
                                            bytes,
                                            0,
                                            X509_PREFIX.length,
                                            X509_PREFIX,
                                            0,
                                            X509_PREFIX.length)
                            ? Arrays.copyOfRange(bytes, X509_PREFIX.length, bytes.length)
                            : bytes;
            publicKey(raw);
            return Optional.of(Base64.getEncoder().encodeToString(raw));
        } catch (IllegalArgumentException | GeneralSecurityException unusable) {
            return Optional.empty();
        }
    }

    /// Whether the key's owner signed this key and value.
    public static boolean isValid(FeedKey key, String recordKey, byte[] value, String signature) {
        try {
            Signature verifier = Signature.getInstance(ALGORITHM);
            verifier.initVerify(publicKey(Base64.getDecoder().decode(key.publicKey())));
            verifier.update(signedBytes(recordKey, value));
            return verifier.verify(Base64.getDecoder().decode(signature));
        } catch (IllegalArgumentException | GeneralSecurityException notASignature) {
            return false;
        }
    }

    /// What is signed: the record's key, a line feed, its value.
    public static byte[] signedBytes(String recordKey, byte[] value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(recordKey.length() + value.length);
        bytes.writeBytes(recordKey.getBytes(StandardCharsets.UTF_8));
        bytes.write('\n');
        bytes.writeBytes(value);
        return bytes.toByteArray();
    }

    private static PublicKey publicKey(byte[] raw) throws GeneralSecurityException {
        if (raw.length != RAW_LENGTH) {
            throw new IllegalArgumentException("an Ed25519 key has 32 bytes");
        }
        byte[] encoded = Arrays.copyOf(X509_PREFIX, X509_PREFIX.length + RAW_LENGTH);
        System.arraycopy(raw, 0, encoded, X509_PREFIX.length, RAW_LENGTH);
        return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
    }
}
