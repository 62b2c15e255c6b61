package io.xinqun.catalog.feed.report;

import java.util.Locale;
import java.util.regex.Pattern;

/// One sending of a supplier, under a name of his own. Sending it again under the same name is
/// safe: what it brought the first time is unchanged then, and its report is about the last time.
public record Delivery(String supplier, String id, Channel channel) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    /// How it came.
    public enum Channel {
        HTTP,
        KAFKA;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Whether it may be the name of a delivery: it goes into addresses and keys.
    public static boolean isName(String id) {
        return ID.matcher(id).matches();
    }
}
