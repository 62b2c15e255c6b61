package io.xinqun.kernel.page;

import io.xinqun.kernel.problem.CommonProblem;
import io.xinqun.kernel.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// Where a page ended, as text that clients pass back unread: the sort values of its last item.
///
/// Shape: 1..8 parts, base64url of length-prefixed parts. Errors: what is no cursor is a [Problem]
/// `invalid-request`.
public final class Cursor {

    /// A longer cursor was not made here.
    private static final int MAXIMUM_LENGTH = 1_024;

    private static final int MAXIMUM_PARTS = 8;

    private Cursor() {}

    public static String encode(String... parts) {
        if (parts.length == 0 || parts.length > MAXIMUM_PARTS) {
            throw new IllegalArgumentException("a cursor has 1 to 8 parts");
        }
        StringBuilder text = new StringBuilder();
        for (String part : parts) {
            text.append(part.length()).append(':').append(part);
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    public static List<String> decode(String cursor) {
        if (cursor.isEmpty() || cursor.length() > MAXIMUM_LENGTH) {
            throw refused();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            return parts(new String(bytes, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | IndexOutOfBoundsException unreadable) {
            throw refused();
        }
    }

    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int colon = text.indexOf(':', at);
            int length = Integer.parseUnsignedInt(text.substring(at, colon));
            parts.add(text.substring(colon + 1, colon + 1 + length));
            at = colon + 1 + length;
            if (parts.size() > MAXIMUM_PARTS) {
                throw refused();
            }
        }
        return List.copyOf(parts);
    }

    private static Problem refused() {
        return new Problem(CommonProblem.INVALID_REQUEST, "The cursor was not made here")
                .with("parameter", "cursor");
    }
}
