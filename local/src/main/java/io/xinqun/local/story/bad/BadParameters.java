package io.xinqun.local.story.bad;

import io.xinqun.local.story.api.ApiDocument.Operation;
import io.xinqun.local.story.api.Sent;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/// Spoils the path, the query and the headers of a right request.
final class BadParameters {
    private static final List<String> NO_IDS =
            List.of(
                    "nothing",
                    "null",
                    "0",
                    "-1",
                    "9223372036854775808",
                    " ",
                    "'",
                    "\"",
                    "$ne",
                    "{\"$ne\":null}",
                    "<script>",
                    "x".repeat(300),
                    "x".repeat(4_000),
                    "長".repeat(200),
                    "\u0000",
                    "a\u0000b",
                    "\u202ea",
                    "\ud83d\ude00",
                    "a\r\nX-Injected: 1",
                    "raw:%FF%FE",
                    "raw:%C0%80",
                    "raw:a;b=c",
                    "raw:%3B");
    private static final List<String> NO_LIMITS =
            List.of(
                    "0",
                    "-1",
                    "101",
                    "100000",
                    "many",
                    "1.5",
                    "1e1",
                    "",
                    " 5",
                    "+-5",
                    "0x10",
                    "99999999999999999999",
                    "\u0665",
                    "\u0000",
                    "null",
                    "[1]",
                    "raw:%FF",
                    "5,5");
    private static final List<String> NO_CURSORS =
            List.of(
                    "!!",
                    "AAAA",
                    "LTE6eA",
                    "NDI5NDk2NzI5NTp4",
                    "",
                    " ",
                    "\u0000",
                    "x".repeat(2_000),
                    "raw:%FF",
                    "{}");
    private static final List<String> NO_KEYS =
            List.of("", "a b", "k".repeat(129), "k".repeat(4_000), "\u00e9", "a\tb");
    private static final List<String> NO_TYPES =
            List.of(
                    "text/plain",
                    "application/xml",
                    "application/x-www-form-urlencoded",
                    "multipart/form-data; boundary=x",
                    "application/octet-stream",
                    "nonsense",
                    "/",
                    "application/",
                    "*/*",
                    "application/json; charset=nonsense");
    private static final int RANDOM_LENGTH = 40;

    private final Operation operation;
    private final Sent right;
    private final List<Spoiled> all = new ArrayList<>();

    BadParameters(Operation operation, Sent right) {
        this.operation = operation;
        this.right = right;
        path();
        query();
        headers();
    }

    List<Spoiled> all() {
        return all;
    }

    /// A path or a query of any characters.
    List<Spoiled> random(int count, Random chance) {
        List<Spoiled> random = new ArrayList<>();
        List<JsonNode> places = new ArrayList<>(operation.parameters("path"));
        places.addAll(operation.parameters("query"));
        for (int i = 0; i < count && !places.isEmpty(); i++) {
            JsonNode place = places.get(chance.nextInt(places.size()));
            String name = place.path("name").asString();
            String value = characters(chance);
            boolean isPath = place.path("in").asString().equals("path");
            Sent sent = isPath ? right.at(name, value) : right.ask(name, value);
            boolean mustBe = isPath && !mayBeGone();
            random.add(new Spoiled(name + " = " + value, sent, mustBe));
        }
        return operation.isSafe() || operation.parameters("query").isEmpty() ? random : List.of();
    }

    private static String characters(Random chance) {
        StringBuilder text = new StringBuilder("~");
        int length = 1 + chance.nextInt(RANDOM_LENGTH);
        for (int i = 0; i < length; i++) {
            int range = chance.nextInt(3);
            int point =
                    range == 0
                            ? chance.nextInt(0x80)
                            : range == 1 ? chance.nextInt(0xD800) : 0x1F300 + chance.nextInt(0x400);
            text.appendCodePoint(point == '/' || point == '\\' ? '~' : point);
        }
        return text.toString();
    }

    /// Deleting what is not there may be answered as if it had been.
    private boolean mayBeGone() {
        return operation.method().equals("DELETE");
    }

    private void path() {
        for (JsonNode parameter : operation.parameters("path")) {
            String name = parameter.path("name").asString();
            for (String bad : NO_IDS) {
                all.add(new Spoiled(said(name, bad), right.at(name, bad), !mayBeGone()));
            }
        }
    }

    private void query() {
        for (JsonNode parameter : operation.parameters("query")) {
            String name = parameter.path("name").asString();
            String type = parameter.at("/schema/type").asString("");
            boolean isBounded = type.equals("integer") || name.equals("cursor");
            List<String> values = type.equals("integer") ? NO_LIMITS : NO_CURSORS;
            if (parameter.path("required").asBoolean(false)) {
                all.add(Spoiled.refused("no " + name, right.without(name)));
            } else if (!operation.isSafe()) {
                continue;
            }
            boolean isRequired = parameter.path("required").asBoolean(false);
            for (String bad : values) {
                boolean fine = isRequired && bad.matches("[A-Za-z0-9._-]{1,64}");
                if (!fine) {
                    all.add(
                            new Spoiled(
                                    said(name, bad),
                                    right.ask(name, bad),
                                    isBounded || isRequired));
                }
            }
        }
        if (operation.isSafe()) {
            all.add(Spoiled.harmless("an unknown parameter", right.ask("xyzzy", "1")));
            all.add(Spoiled.harmless("a strange parameter", right.ask("$where", "raw:%FF")));
        }
    }

    private void headers() {
        for (JsonNode parameter : operation.parameters("header")) {
            String name = parameter.path("name").asString();
            if (name.equals("Idempotency-Key")) {
                NO_KEYS.forEach(
                        bad -> all.add(Spoiled.refused(said(name, bad), right.header(name, bad))));
                if (parameter.path("required").asBoolean(false)) {
                    all.add(Spoiled.refused("no " + name, right.without(name)));
                }
            } else if (operation.isSafe()) {
                for (String bad : List.of("", "nonsense", "-1", "\u00e9", "x".repeat(4_000))) {
                    all.add(Spoiled.harmless(said(name, bad), right.header(name, bad)));
                }
            }
        }
        if (!operation.bodyType().isEmpty()) {
            NO_TYPES.forEach(bad ->
                    all.add(
                            Spoiled.refused(
                                    said("Content-Type", bad), right.header("Content-Type", bad))));
            all.add(Spoiled.refused("no Content-Type", right.without("Content-Type")));
        }
        if (operation.isSafe()) {
            for (String bad : List.of("application/xml", "nonsense", "text/html;q=x", "/")) {
                all.add(Spoiled.harmless(said("Accept", bad), right.header("Accept", bad)));
            }
        } else if (!operation.key().equals("POST /api/v1/sign-out")) {
            all.add(Spoiled.refused("Accept = nonsense", right.header("Accept", "nonsense")));
            if (!operation.bodyType().isEmpty() || !operation.parameters("path").isEmpty()) {
                all.add(Spoiled.refused("Accept = image/png", right.header("Accept", "image/png")));
            }
        }
    }

    private static String said(String name, String bad) {
        return name + " = " + (bad.length() > 40 ? bad.length() + " chars" : bad);
    }
}
