package io.xinqun.local.story.bad;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One way to spoil a right body, and the code that must answer it ("" for any of 4xx).
public record Mutation(String what, String body, String expected) {
    private static final String MALFORMED = "malformed-body";

    /// All ways for this body: each of its members missing, of another type, out of bounds.
    public static List<Mutation> of(ObjectNode right) {
        List<Mutation> all = new ArrayList<>();
        all.add(new Mutation("no body", "", ""));
        all.add(new Mutation("half a body", cut(right), MALFORMED));
        all.add(new Mutation("an array", "[" + right + "]", ""));
        all.add(new Mutation("a number", "7", ""));
        all.add(new Mutation("null", "null", ""));
        ObjectNode more = right.deepCopy();
        all.add(new Mutation("an unknown field", more.put("xyzzy", 1).toString(), ""));
        for (String member : right.propertyNames()) {
            all.add(with(right, member, "\u0000", "missing " + member));
            all.addAll(spoiled(right, member));
        }
        return all;
    }

    private static List<Mutation> spoiled(ObjectNode right, String member) {
        List<Mutation> some = new ArrayList<>();
        JsonNode value = right.path(member);
        some.add(with(right, member, "{\"a\":{}}", "an object as " + member));
        if (value.isNumber()) {
            for (String number : List.of("-1", "9223372036854775808", "1.5", "1e400", "\"x\"")) {
                some.add(with(right, member, number, number + " as " + member));
            }
        } else if (value.isString()) {
            some.add(with(right, member, "[\"a\"]", "an array as " + member));
            some.add(with(right, member, "\"\"", "nothing as " + member));
            some.add(with(right, member, '"' + "長".repeat(5_000) + '"', "5,000 in " + member));
            some.add(
                    with(right, member, "\"a\\u0000\\u202eb\"", "control characters in " + member));
        } else {
            some.add(with(right, member, "\"x\"", "text as " + member));
            some.add(with(right, member, "7", "a number as " + member));
        }
        return some;
    }

    /// The body with other JSON text as this member; without the member for a NUL.
    private static Mutation with(ObjectNode right, String member, String text, String what) {
        ObjectNode copy = right.deepCopy();
        copy.remove(member);
        String rest = copy.toString();
        if (text.equals("\u0000")) {
            return new Mutation(what, rest, "");
        }
        String separator = copy.isEmpty() ? "" : ",";
        String body =
                rest.substring(0, rest.length() - 1)
                        + separator
                        + "\""
                        + member
                        + "\":"
                        + text
                        + "}";
        return new Mutation(what, body, "");
    }

    private static String cut(ObjectNode right) {
        String text = right.toString();
        return text.substring(0, Math.max(1, text.length() / 2));
    }
}
