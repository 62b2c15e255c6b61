package io.xinqun.local.story.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// A request to one operation, still in its parts so that each of them can be spoiled.
///
/// Shape: path values are escaped when it is sent; a value that begins with [#RAW] is sent as it
/// is. Members of the body that may be left out are left out, so that spoiling any member makes the
/// request wrong.
public record Sent(
        Map<String, String> path,
        Map<String, String> query,
        Map<String, String> headers,
        @Nullable ObjectNode json,
        String text) {
    public static final String RAW = "raw:";

    public Sent {
        path = Map.copyOf(path);
        query = new LinkedHashMap<>(query);
        headers = new LinkedHashMap<>(headers);
    }

    /// A request without parameters and body.
    public static Sent plain() {
        return new Sent(Map.of(), Map.of(), Map.of(), null, "");
    }

    /// A request with this body under an idempotency key of its own.
    public static Sent of(ObjectNode json) {
        Map<String, String> headers =
                Map.of(
                        "Idempotency-Key",
                        UUID.randomUUID().toString(),
                        "Content-Type",
                        "application/json");
        return new Sent(Map.of(), Map.of(), headers, json, json.toString());
    }

    /// A request with a body that is not JSON.
    public static Sent text(String mediaType, String text) {
        return new Sent(Map.of(), Map.of(), Map.of("Content-Type", mediaType), null, text);
    }

    public Sent at(String variable, String value) {
        Map<String, String> more = new LinkedHashMap<>(path);
        more.put(variable, value);
        return new Sent(more, query, headers, json, text);
    }

    public Sent ask(String parameter, String value) {
        Map<String, String> more = new LinkedHashMap<>(query);
        more.put(parameter, value);
        return new Sent(path, more, headers, json, text);
    }

    public Sent header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Sent(path, query, more, json, text);
    }

    public Sent without(String name) {
        Map<String, String> less = new LinkedHashMap<>(headers);
        less.remove(name);
        Map<String, String> fewer = new LinkedHashMap<>(query);
        fewer.remove(name);
        return new Sent(path, fewer, less, json, text);
    }

    /// Under a key of its own, without a body.
    public Sent keyed() {
        return header("Idempotency-Key", UUID.randomUUID().toString());
    }

    public Sent body(String other) {
        return new Sent(path, query, headers, json, other);
    }

    /// The body as it goes over the wire; after [#RAW] a character is a byte.
    public byte[] bytes() {
        return text.startsWith(RAW)
                ? text.substring(RAW.length()).getBytes(StandardCharsets.ISO_8859_1)
                : text.getBytes(StandardCharsets.UTF_8);
    }

    /// The path and query as they go over the wire.
    public String target(String template) {
        String filled = template;
        for (Map.Entry<String, String> variable : path.entrySet()) {
            filled = filled.replace("{" + variable.getKey() + "}", escaped(variable.getValue()));
        }
        StringBuilder target = new StringBuilder(filled);
        char separator = '?';
        for (Map.Entry<String, String> parameter : query.entrySet()) {
            target.append(separator).append(parameter.getKey()).append('=');
            target.append(escaped(parameter.getValue()));
            separator = '&';
        }
        return target.toString();
    }

    private static String escaped(String value) {
        return value.startsWith(RAW)
                ? value.substring(RAW.length())
                : URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
