package io.xinqun.local.story.bad;

import io.xinqun.local.story.api.ApiDocument;
import io.xinqun.local.story.api.Sent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Spoils a right JSON body: as a text, and each of its members, at every depth, in every way that
/// its form and the document's bounds allow.
final class BadBodies {
    private static final String MARK = "@@here@@";
    private static final int BOMB = 50_000;
    private static final int MANY_MEMBERS = 20_000;

    private final ApiDocument document;
    private final Sent right;
    private final ObjectNode json;
    private final List<Edit> edits = new ArrayList<>();

    BadBodies(ApiDocument document, Sent right, JsonNode schema) {
        this.document = document;
        this.right = right;
        this.json = Objects.requireNonNull(right.json());
        members(JsonPointer.empty(), json, schema);
    }

    /// What stands at a place of the body instead; "" where it is taken away.
    private record Edit(JsonPointer place, String text) {

        boolean isApartFrom(Edit other) {
            String mine = place + "/";
            String its = other.place + "/";
            return !mine.startsWith(its) && !its.startsWith(mine);
        }
    }

    List<Spoiled> all() {
        List<Spoiled> all = new ArrayList<>(texts());
        edits.forEach(edit -> all.add(spoiled(List.of(edit))));
        return all;
    }

    /// Bodies that are wrong in two places at once.
    List<Spoiled> pairs(int count, Random chance) {
        List<Spoiled> pairs = new ArrayList<>();
        for (int tries = 0; pairs.size() < count && tries < 4 * count; tries++) {
            Edit one = edits.get(chance.nextInt(edits.size()));
            Edit other = edits.get(chance.nextInt(edits.size()));
            if (one.isApartFrom(other)) {
                pairs.add(spoiled(List.of(one, other)));
            }
        }
        return pairs;
    }

    private List<Spoiled> texts() {
        List<Spoiled> all = new ArrayList<>();
        // Where nothing is required, some of them say what is right.
        for (String one : wrongTexts().stream().filter(this::isWrong).toList()) {
            String shown = one.length() > 40 ? one.substring(0, 40) + "…" : one;
            all.add(Spoiled.refused("the body " + shown, right.body(one)));
        }
        String open = open();
        json.properties().stream()
                .limit(1)
                .forEach(first -> {
                    String twice = ",\"" + first.getKey() + "\":" + first.getValue() + "}";
                    all.add(Spoiled.refused(first.getKey() + " twice", right.body(open + twice)));
                });
        all.add(Spoiled.refused("no UTF-8", right.body(latin(open + ",\"\u00ff\u00fe\":1}"))));
        all.add(Spoiled.refused("UTF-16", right.body(latin(utf16(open)))));
        return all;
    }

    private boolean isWrong(String text) {
        return !text.equals(json.toString());
    }

    /// The right body without its last brace, and a comma if there is something to part.
    private String openFor(String member) {
        return open() + (json.isEmpty() ? "" : ",") + member + "}";
    }

    /// The right body without its last brace.
    private String open() {
        String text = json.toString();
        return text.substring(0, text.length() - 1);
    }

    private List<String> wrongTexts() {
        String text = json.toString();
        String open = open();
        return List.of(
                "",
                " ",
                "null",
                "7",
                "true",
                "\"x\"",
                "[]",
                "{}",
                "[" + text + "]",
                text.substring(0, text.length() / 2),
                open,
                text + text,
                text + "}",
                text + " garbage",
                "\u0000" + text,
                "/* */" + text,
                text.replace('"', '\''),
                open + ",}",
                openFor("\"xyzzy\":1"),
                openFor("\"__proto__\":{}"),
                openFor("\"\":1"),
                openFor("\"" + "k".repeat(BOMB) + "\":1"),
                openFor("\"x\":" + "9".repeat(BOMB)),
                openFor("\"x\":" + "[".repeat(BOMB) + "]".repeat(BOMB)),
                "[".repeat(BOMB),
                "{\"a\":".repeat(BOMB),
                many());
    }

    private static String many() {
        StringBuilder many = new StringBuilder("{\"m\":1");
        for (int i = 0; i < MANY_MEMBERS; i++) {
            many.append(",\"").append(i).append("\":1");
        }
        return many.append('}').toString();
    }

    /// Marks a body whose characters are its bytes.
    private static String latin(String text) {
        return Sent.RAW + text;
    }

    private static String utf16(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_16), StandardCharsets.ISO_8859_1);
    }

    private void members(JsonPointer at, JsonNode node, JsonNode schema) {
        JsonNode form = document.resolved(schema);
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> member : object.properties()) {
                JsonPointer place = at.appendProperty(member.getKey());
                JsonNode inner = document.resolved(form.at("/properties/" + member.getKey()));
                edits.add(new Edit(place, ""));
                BadValues.insteadOf(member.getValue(), inner)
                        .forEach(bad -> edits.add(new Edit(place, bad)));
                members(place, member.getValue(), inner);
            }
            form.path("properties")
                    .propertyStream()
                    .filter(member -> !object.has(member.getKey()))
                    .forEach(member ->
                            BadValues.ofOptional(document.resolved(member.getValue()))
                                    .forEach(bad ->
                                            edits.add(
                                                    new Edit(
                                                            at.appendProperty(member.getKey()),
                                                            bad))));
            if (!at.toString().isEmpty()) {
                edits.add(new Edit(at.appendProperty("xyzzy"), "1"));
            }
        } else if (node instanceof ArrayNode list && !list.isEmpty()) {
            JsonPointer place = at.appendIndex(0);
            JsonNode inner = document.resolved(form.path("items"));
            BadValues.insteadOf(list.path(0), inner)
                    .forEach(bad -> edits.add(new Edit(place, bad)));
            members(place, list.path(0), inner);
        }
    }

    private Spoiled spoiled(List<Edit> changes) {
        ObjectNode copy = json.deepCopy();
        StringBuilder what = new StringBuilder();
        for (int i = 0; i < changes.size(); i++) {
            put(copy, changes.get(i), MARK + i);
        }
        String text = copy.toString();
        for (int i = 0; i < changes.size(); i++) {
            Edit edit = changes.get(i);
            text = text.replace('"' + MARK + i + '"', edit.text());
            what.append(what.isEmpty() ? "" : " and ").append(edit.place()).append(" = ");
            what.append(edit.text().length() > 40 ? edit.text().length() + " chars" : edit.text());
        }
        return Spoiled.refused(what.toString(), right.body(text));
    }

    private static void put(ObjectNode root, Edit edit, String mark) {
        JsonNode parent = root.at(edit.place().head());
        String last = edit.place().last().getMatchingProperty();
        if (parent instanceof ArrayNode list) {
            list.set(edit.place().last().getMatchingIndex(), mark);
        } else if (parent instanceof ObjectNode object && edit.text().isEmpty()) {
            object.remove(last);
        } else if (parent instanceof ObjectNode object) {
            object.put(last, mark);
        }
    }
}
