package io.xinqun.catalog.model.product;

import java.util.regex.Pattern;

/// What text that is shown to others may hold. Names end up in chats and on price cards, so nothing
/// invisible and nothing that turns the reading direction is let in.
public final class CleanText {

    /// Codes go into keys and paths: letters, digits and the marks that article numbers use.
    private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._/:#+@-]*");

    private CleanText() {}

    public static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    /// Whether a one-line text is clean.
    public static boolean isLine(String text) {
        return text.codePoints().noneMatch(CleanText::isForbidden);
    }

    /// Whether a text of several lines is clean: line breaks and tabs are part of it.
    public static boolean isProse(String text) {
        return text.codePoints().noneMatch(point -> isForbidden(point) && !isLayout(point));
    }

    private static boolean isLayout(int point) {
        return point == '\n' || point == '\r' || point == '\t';
    }

    private static boolean isForbidden(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    true;
            // Joiners build emoji; every other format character hides or turns text.
            case Character.FORMAT -> point != 0x200D && point != 0x200C;
            default -> false;
        };
    }
}
