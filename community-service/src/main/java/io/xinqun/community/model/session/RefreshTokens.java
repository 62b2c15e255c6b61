package io.xinqun.community.model.session;

import io.xinqun.community.model.account.KeyedHash;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes and reads refresh tokens.
///
/// The successor of a token is a keyed hash over the token's secret and a random salt that the
/// session keeps. Two refreshes with the same token therefore get the **same** successor: a client
/// that refreshes twice at once, or lost the first answer, holds the one live token whichever
/// answer it keeps, and there is never a second live one. Nobody can compute a successor without
/// all of the old token, the server's key and the store.
public final class RefreshTokens {

    private static final String MARK = "refresh-token-mark";
    private static final String SUCCESSOR = "refresh-token-successor";
    private static final Pattern FORM =
            Pattern.compile("([a-z0-9-]{26,36})\\.([0-9]{1,10})\\.([\\w-]{43})\\.([\\w-]{43})");

    private final KeyedHash keys;
    private final RandomGenerator random;

    public RefreshTokens(KeyedHash keys, RandomGenerator random) {
        this.keys = keys;
        this.random = random;
    }

    public RefreshToken first(String session) {
        return marked(session, 1, Secrets.random(random));
    }

    public String salt() {
        return Secrets.random(random);
    }

    public RefreshToken successor(RefreshToken token, String salt) {
        String secret = keys.text(SUCCESSOR, token.session(), token.secret(), salt);
        return marked(token.session(), token.generation() + 1, secret);
    }

    /// The token of a text; empty when we never made it.
    public Optional<RefreshToken> read(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        RefreshToken token = marked(form.group(1), Long.parseLong(form.group(2)), form.group(3));
        boolean ours = MessageDigest.isEqual(ascii(token.text()), ascii(text));
        return ours ? Optional.of(token) : Optional.empty();
    }

    private RefreshToken marked(String session, long generation, String secret) {
        String number = Long.toString(generation);
        String mark = keys.text(MARK, session, number, secret);
        String text = String.join(".", session, number, secret, mark);
        return new RefreshToken(session, generation, secret, text);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
