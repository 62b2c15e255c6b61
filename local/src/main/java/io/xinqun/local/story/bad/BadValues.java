package io.xinqun.local.story.bad;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Values, as JSON text, that no member of this form may have.
final class BadValues {
    private static final int LONG = 5_000;
    private static final String OBJECT = "{\"a\":{}}";
    private static final List<String> NO_NUMBERS =
            List.of(
                    "null",
                    "true",
                    OBJECT,
                    "[1]",
                    "\"x\"",
                    "\"12\"",
                    "\"\"",
                    "1.5",
                    "24.00",
                    "-1",
                    "1e400",
                    "9223372036854775808",
                    "-9223372036854775809",
                    "1E2",
                    "0x10",
                    "NaN");
    private static final List<String> NO_TEXTS =
            List.of(
                    "null",
                    "7",
                    "1.5",
                    "true",
                    OBJECT,
                    "[\"a\"]",
                    "\"\"",
                    "\"   \"",
                    "\"a\\u0000b\"",
                    "\"a\\u0007b\"",
                    "\"a\\nb\"",
                    "\"a\\u202eb\"",
                    "\"\\u200b\\ufeffx\"",
                    "\"\\ud800\"",
                    "'x'",
                    "x",
                    "\"\\x\"",
                    "\"a\tb\"");
    private static final List<String> NO_OBJECTS =
            List.of("null", "[]", "[{}]", "\"x\"", "7", "{}", "true");
    private static final List<String> NO_LISTS =
            List.of("null", "{}", "\"x\"", "7", "[]", "[null]", "[[]]", "[7]", "[true]");

    private BadValues() {}

    /// What may not stand where this right value stands.
    static List<String> insteadOf(JsonNode right, JsonNode schema) {
        List<String> bad = new ArrayList<>();
        if (right.isNumber()) {
            bad.addAll(NO_NUMBERS);
            beyond(schema, bad);
        } else if (right.isString()) {
            bad.addAll(NO_TEXTS);
            bad.add(text(LONG));
            tooLong(schema, bad);
            if (!"xyzzy!".matches(schema.path("pattern").asString(".*"))) {
                bad.add("\"xyzzy!\"");
            }
        } else if (right.isArray()) {
            bad.addAll(NO_LISTS);
            int most = schema.path("maxItems").asInt(0);
            if (most > 0) {
                String item = right.path(0).toString();
                bad.add("[" + (item + ",").repeat(most) + item + "]");
            }
        } else {
            bad.addAll(NO_OBJECTS);
        }
        return bad;
    }

    /// What a member that may be left out may not be when it is there.
    static List<String> ofOptional(JsonNode schema) {
        List<String> bad = new ArrayList<>();
        String type = typeOf(schema);
        if (!type.equals("object")) {
            bad.add(OBJECT);
        }
        switch (type) {
            case "string" -> {
                bad.addAll(List.of("7", "true", "[\"a\"]"));
                tooLong(schema, bad);
                if (schema.has("format")) {
                    bad.addAll(List.of("\"yesterday\"", "\"2026-13-01T00:00:00Z\""));
                }
            }
            case "integer", "number" -> {
                bad.addAll(List.of("\"x\"", "\"12\"", "1.5", "9223372036854775808", "true", "[1]"));
                beyond(schema, bad);
            }
            case "boolean" -> bad.addAll(List.of("\"true\"", "1", "[true]"));
            case "array" -> bad.addAll(List.of("\"x\"", "7", "[{}]", "[null]"));
            default -> bad.addAll(List.of("\"x\"", "7", "[]", "{\"xyzzy\":1}"));
        }
        return bad;
    }

    private static String typeOf(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() ? type.path(0).asString("") : type.asString("");
    }

    private static void beyond(JsonNode schema, List<String> bad) {
        if (schema.has("maximum")) {
            bad.add(Long.toString(schema.path("maximum").asLong() + 1));
        }
        if (schema.has("minimum")) {
            bad.add(Long.toString(schema.path("minimum").asLong() - 1));
        }
    }

    private static void tooLong(JsonNode schema, List<String> bad) {
        if (schema.has("maxLength")) {
            bad.add(text(schema.path("maxLength").asInt() + 1));
        }
    }

    private static String text(int length) {
        return '"' + "長".repeat(length) + '"';
    }
}
