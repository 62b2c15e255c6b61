package io.xinqun.kernel.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// Makes identifiers: fresh ones that sort by time and tell nothing about volume (UUID version 7,
/// RFC 9562), and ones derived from their cause, so that the same cause gives the same id.
public final class Ids {

    /// 26 characters of base32 carry 130 bits: a collision needs about 2^65 causes.
    private static final int DERIVED_LENGTH = 26;

    private static final int BITS_PER_CHARACTER = 5;
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

    private final Clock clock;
    private final RandomGenerator random;

    public Ids(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /// A fresh id, 36 characters.
    public String next() {
        long time = clock.millis();
        long high = (time << 16) | 0x7000L | (random.nextLong() & 0x0FFFL);
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }

    /// The id of what `cause` brings about: base32 of a SHA-256, 26 characters, lower case. The
    /// parts of the cause are separated, so `("a", "bc")` and `("ab", "c")` differ.
    public static String derived(String kind, String... cause) {
        MessageDigest digest = sha256();
        add(digest, kind);
        for (String part : cause) {
            add(digest, part);
        }
        return base32(digest.digest());
    }

    private static void add(MessageDigest digest, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        for (int shift = 24; shift >= 0; shift -= 8) {
            digest.update((byte) (bytes.length >>> shift));
        }
        digest.update(bytes);
    }

    private static String base32(byte[] bytes) {
        StringBuilder text = new StringBuilder(DERIVED_LENGTH);
        int buffer = 0;
        int bits = 0;
        for (int index = 0; text.length() < DERIVED_LENGTH; ) {
            if (bits < BITS_PER_CHARACTER) {
                buffer = (buffer << 8) | (bytes[index++] & 0xFF);
                bits += 8;
            }
            bits -= BITS_PER_CHARACTER;
            text.append(ALPHABET.charAt((buffer >>> bits) & 0x1F));
        }
        return text.toString();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
