package io.xinqun.local.wechat.wire;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import tools.jackson.databind.JsonNode;

/// One request as it came.
///
/// Shape: `target` is path and query, raw, as it was signed; `arguments` the groups of its route.
public record Call(
        String method,
        String path,
        String target,
        List<String> arguments,
        String authorization,
        String body) {
    /// More than any request of this API has; the rest is not read.
    private static final int MOST_BYTES = 1 << 20;

    static Call of(HttpExchange exchange, MatchResult route) throws IOException {
        URI uri = exchange.getRequestURI();
        String query = uri.getRawQuery();
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        List<String> groups =
                java.util.stream.IntStream.rangeClosed(1, route.groupCount())
                        .mapToObj(route::group)
                        .toList();
        byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES);
        return new Call(
                exchange.getRequestMethod(),
                uri.getPath(),
                uri.getRawPath() + (query == null ? "" : "?" + query),
                groups,
                authorization == null ? "" : authorization,
                new String(body, StandardCharsets.UTF_8));
    }

    public String argument() {
        return arguments.getFirst();
    }

    public JsonNode json() {
        return Json.read(body);
    }

    /// A query parameter, or "".
    public String query(String name) {
        int mark = target.indexOf('?');
        for (String pair : List.of(target.substring(mark + 1).split("&", -1))) {
            if (mark >= 0 && pair.startsWith(name + "=")) {
                return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
            }
        }
        return "";
    }
}
