package io.xinqun.catalog.feed.messaging;

import io.xinqun.catalog.feed.item.FeedCode;
import io.xinqun.catalog.feed.item.FeedLimits;
import io.xinqun.catalog.feed.item.FeedRefused;
import io.xinqun.catalog.model.product.CleanText;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The fields of one JSON object, taken out by type and limit.
///
/// State: a field that is `null` counts as absent: exports write it for "nothing known". Errors:
/// [FeedRefused] with the field's path.
final class JsonFields {

    private final JsonNode object;
    private final String path;

    private JsonFields(JsonNode object, String path) {
        this.object = object;
        this.path = path;
    }

    /// How many of something there may be.
    record Bounds(int minimum, int maximum) {}

    /// Texts whose length is still to be given.
    interface Lines {
        List<String> ofLength(int maximum);
    }

    static JsonFields of(@Nullable JsonNode node) {
        if (node == null || !node.isObject()) {
            throw new FeedRefused(FeedCode.MALFORMED_LINE, null, "not one JSON object");
        }
        return new JsonFields(node, "");
    }

    void allowOnly(Set<String> names) {
        for (String name : object.propertyNames()) {
            if (!names.contains(name)) {
                String shown = CleanText.isLine(name) && name.length() <= 64 ? name : "?";
                throw new FeedRefused(FeedCode.UNKNOWN_FIELD, path + shown, "no such field");
            }
        }
    }

    boolean has(String name) {
        JsonNode value = object.get(name);
        return value != null && !value.isNull();
    }

    String code(String name) {
        String text = text(name, FeedLimits.CODE);
        if (!CleanText.isCode(text)) {
            throw new FeedRefused(
                    FeedCode.FORBIDDEN_CHARACTER,
                    path + name,
                    "letters, digits and . _ / : # + @ - only");
        }
        return text;
    }

    @Nullable String codeIfReadable(String name) {
        JsonNode value = object.get(name);
        boolean readable =
                value != null
                        && value.isString()
                        && value.stringValue().length() <= FeedLimits.CODE
                        && CleanText.isCode(value.stringValue());
        return readable ? value.stringValue() : null;
    }

    String line(String name, int maximum) {
        return clean(name, text(name, maximum), CleanText::isLine);
    }

    @Nullable String optionalLine(String name, int maximum) {
        return isBlank(name) ? null : line(name, maximum);
    }

    String prose(String name, int maximum) {
        return clean(name, text(name, maximum), CleanText::isProse);
    }

    @Nullable String optionalProse(String name, int maximum) {
        return isBlank(name) ? null : prose(name, maximum);
    }

    long whole(String name, long minimum, long maximum) {
        JsonNode value = required(name);
        if (!value.isIntegralNumber()) {
            throw new FeedRefused(FeedCode.WRONG_TYPE, path + name, "a whole number");
        }
        if (!value.canConvertToLong()
                || value.longValue() < minimum
                || value.longValue() > maximum) {
            throw outOfRange(name, minimum + " to " + maximum);
        }
        return value.longValue();
    }

    Instant instant(String name) {
        String text = text(name, FeedLimits.CODE);
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException unreadable) {
            throw outOfRange(name, "a time as in 2026-11-22T08:30:00Z");
        }
    }

    JsonFields object(String name) {
        return nested(required(name), path + name);
    }

    List<JsonFields> objects(String name, int maximum) {
        return elements(
                name,
                new Bounds(0, maximum),
                index -> nested(at(name, index), path + name + "[" + index + "]"));
    }

    Lines lines(String name, Bounds bounds) {
        return maximum -> elements(name, bounds, index -> element(name, index, maximum));
    }

    FeedRefused outOfRange(String name, String allowed) {
        return new FeedRefused(FeedCode.OUT_OF_RANGE, path + name, allowed);
    }

    private <T> List<T> elements(String name, Bounds bounds, IntFunction<T> element) {
        int size = 0;
        if (has(name)) {
            JsonNode array = required(name);
            if (!array.isArray()) {
                throw new FeedRefused(FeedCode.WRONG_TYPE, path + name, "a list");
            }
            size = array.size();
        } else if (bounds.minimum > 0) {
            throw new FeedRefused(FeedCode.MISSING_FIELD, path + name, "is required");
        }
        if (size < bounds.minimum || size > bounds.maximum) {
            throw outOfRange(name, bounds.minimum + " to " + bounds.maximum + " of them");
        }
        List<T> elements = new ArrayList<>(size);
        for (int index = 0; index < size; index++) {
            elements.add(element.apply(index));
        }
        return elements;
    }

    private String element(String name, int index, int maximum) {
        String place = name + "[" + index + "]";
        String text = text(place, at(name, index), maximum);
        return clean(place, text, CleanText::isLine);
    }

    private JsonNode at(String name, int index) {
        return required(name).get(index);
    }

    private static JsonFields nested(JsonNode node, String path) {
        if (!node.isObject()) {
            throw new FeedRefused(FeedCode.WRONG_TYPE, path, "an object");
        }
        return new JsonFields(node, path + ".");
    }

    private String text(String name, int maximum) {
        return text(name, required(name), maximum);
    }

    private String text(String name, JsonNode value, int maximum) {
        if (!value.isString()) {
            throw new FeedRefused(FeedCode.WRONG_TYPE, path + name, "a text");
        }
        String text = value.stringValue().strip();
        if (text.isEmpty() || text.codePointCount(0, text.length()) > maximum) {
            throw outOfRange(name, "1 to " + maximum + " characters");
        }
        return text;
    }

    private String clean(String name, String text, Predicate<String> isClean) {
        if (!isClean.test(text)) {
            throw new FeedRefused(
                    FeedCode.FORBIDDEN_CHARACTER,
                    path + name,
                    "control, invisible and direction characters are not allowed");
        }
        return text;
    }

    private boolean isBlank(String name) {
        JsonNode value = object.get(name);
        return value == null
                || value.isNull()
                || (value.isString() && value.stringValue().isBlank());
    }

    private JsonNode required(String name) {
        JsonNode value = object.get(name);
        if (value == null || value.isNull()) {
            throw new FeedRefused(FeedCode.MISSING_FIELD, path + name, "is required");
        }
        return value;
    }
}
