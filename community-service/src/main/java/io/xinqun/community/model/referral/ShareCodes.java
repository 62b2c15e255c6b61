package io.xinqun.community.model.referral;

import io.xinqun.community.model.account.KeyedHash;
import java.util.regex.Pattern;

/// Makes the codes of share links from what they share, keyed: the same share has the same code,
/// and nobody can compute or guess one.
///
/// Shape: 10 characters of digits and capitals without I, L, O, U, which are misread or swear: 50
/// bits. A million links make one guess in 10^9 hit.
public final class ShareCodes {

    private static final String PURPOSE = "share-code";
    private static final int LENGTH = 10;
    private static final int BITS_PER_CHARACTER = 5;
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final Pattern FORM = Pattern.compile("[0-9A-HJKMNP-TV-Z]{10}");

    private final KeyedHash keys;

    public ShareCodes(KeyedHash keys) {
        this.keys = keys;
    }

    /// The code of a share. `attempt` counts from 0 and goes up when another share has the code.
    public String codeOf(ShareLink share, int attempt) {
        byte[] hash =
                keys.bytes(
                        PURPOSE,
                        share.sharer(),
                        share.target().kind().code(),
                        share.target().id(),
                        share.channel().code(),
                        String.valueOf(share.community()),
                        Integer.toString(attempt));
        long bits = 0;
        for (int index = 0; index < Long.BYTES; index++) {
            bits = bits << Byte.SIZE | (hash[index] & 0xFF);
        }
        StringBuilder code = new StringBuilder(LENGTH);
        for (int index = 0; index < LENGTH; index++) {
            code.append(ALPHABET.charAt((int) (bits & 0x1F)));
            bits >>>= BITS_PER_CHARACTER;
        }
        return code.toString();
    }

    public static boolean isCode(String text) {
        return FORM.matcher(text).matches();
    }
}
