package io.xinqun.community.model.account;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The name that somebody signs in with, normalised.
///
/// Shape: a letter, then 2 to 63 of `a-z 0-9 . _ -`. It starts with a letter and has no `@`, so it
/// is neither a phone number nor a mail address and may stand in the store as it is.
public record Login(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9._-]{2,63}");

    public Login {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a login");
        }
    }

    public static Optional<Login> of(String text) {
        String normal = text.strip().toLowerCase(Locale.ROOT);
        return FORM.matcher(normal).matches() ? Optional.of(new Login(normal)) : Optional.empty();
    }

    /// Never in a log by accident.
    @Override
    public String toString() {
        return "login";
    }
}
