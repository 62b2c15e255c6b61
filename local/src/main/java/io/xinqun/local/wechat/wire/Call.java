package io.xinqun.local.wechat.wire;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.stream.IntStream;
import reactor.netty.http.server.HttpServerRequest;
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

    static Call of(HttpServerRequest request, String body) {
        String target = request.uri();
        int mark = target.indexOf('?');
        String path = URI.create(mark < 0 ? target : target.substring(0, mark)).getPath();
        String authorization = request.requestHeaders().get("Authorization", "");
        return new Call(request.method().name(), path, target, List.of(), authorization, body);
    }

    Call with(MatchResult route) {
        List<String> groups =
                IntStream.rangeClosed(1, route.groupCount()).mapToObj(route::group).toList();
        return new Call(method, path, target, groups, authorization, body);
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
