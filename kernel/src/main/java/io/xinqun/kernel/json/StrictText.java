package io.xinqun.kernel.json;

import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;

/// Reads text of requests. Half a surrogate pair cannot be stored; control, invisible and
/// direction-changing characters make a text look like another one. Line ends and tabs may stand in
/// texts of several lines; single-line members refuse them by their own pattern.
public final class StrictText extends StringDeserializer {

    private static final Pattern REFUSED =
            Pattern.compile(
                    "[\\p{Cc}\\p{Cs}\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u206F\\uFEFF"
                            + "&&[^\\r\\n\\t]]");

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
        String text = super.deserialize(parser, context);
        if (text != null && REFUSED.matcher(text).find()) {
            return (String)
                    context.handleWeirdStringValue(
                            String.class, text, "control and hidden characters are not allowed");
        }
        return text;
    }
}
