package io.xinqun.local.story.api;

import io.xinqun.local.story.client.Gateway;
import io.xinqun.local.story.client.StoryFailure;
import io.xinqun.local.story.client.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// The API as the gateway's document tells it.
public record ApiDocument(JsonNode json) {
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "patch", "head", "options", "trace");
    private static final int DEEPEST_REFERENCE = 20;

    /// Reads it, waiting until every service has told its part.
    public static ApiDocument of(Gateway gateway) {
        JsonNode json =
                Waiting.until(
                        "a document without missing parts",
                        Duration.ofSeconds(60),
                        () -> gateway.anonymous().get("/openapi.json").expect(200).json(),
                        document -> !document.has("x-missing"));
        return new ApiDocument(json);
    }

    /// The document of one program, told at this path.
    public static ApiDocument at(Gateway door, String path) {
        return new ApiDocument(door.anonymous().get(path).expect(200).json());
    }

    /// One line of the API: a method on a path.
    public record Operation(String method, String path, JsonNode json) {

        /// `POST /api/v1/orders`
        public String key() {
            return method + " " + path;
        }

        public boolean isSafe() {
            return method.equals("GET");
        }

        /// The parameters in this place (`path`, `query`, `header`).
        public List<JsonNode> parameters(String place) {
            return json.path("parameters")
                    .valueStream()
                    .filter(parameter -> parameter.path("in").asString("").equals(place))
                    .toList();
        }

        /// The media type of its body, "" if it takes none.
        public String bodyType() {
            return json.path("requestBody")
                    .path("content")
                    .propertyStream()
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse("");
        }
    }

    public List<Operation> operations() {
        List<Operation> all = new ArrayList<>();
        json.path("paths")
                .propertyStream()
                .forEach(path ->
                        path.getValue()
                                .propertyStream()
                                .filter(entry -> METHODS.contains(entry.getKey()))
                                .forEach(entry ->
                                        all.add(
                                                new Operation(
                                                        entry.getKey()
                                                                .toUpperCase(java.util.Locale.ROOT),
                                                        path.getKey(),
                                                        entry.getValue()))));
        if (all.isEmpty()) {
            throw new StoryFailure("the document has no operation");
        }
        return all;
    }

    /// What the document does not say of an answer, "" if it says all: the status, the media type,
    /// and a problem's code, which stands in the description of its status.
    public String silentAbout(Operation operation, int status, String mediaType, String code) {
        JsonNode response = operation.json().path("responses").path(Integer.toString(status));
        if (response.isMissingNode()) {
            return "status " + status + " (" + code + ")";
        }
        if (!mediaType.isEmpty() && !response.path("content").has(mediaType)) {
            return "media type " + mediaType + " of " + status;
        }
        boolean isSaid =
                Pattern.compile("(?<![a-z-])" + Pattern.quote(code) + "(?![a-z-])")
                        .matcher(response.path("description").asString(""))
                        .find();
        return code.isEmpty() || isSaid ? "" : "code " + code + " of " + status;
    }

    /// The schema of the operation's body, references followed.
    public JsonNode bodySchema(Operation operation) {
        return resolved(
                operation
                        .json()
                        .path("requestBody")
                        .path("content")
                        .path(operation.bodyType())
                        .path("schema"));
    }

    /// The schema itself when this is a reference to it.
    public JsonNode resolved(JsonNode schema) {
        JsonNode found = schema;
        for (int depth = 0; found.has("$ref") && depth < DEEPEST_REFERENCE; depth++) {
            found = json.at(found.path("$ref").asString().substring(1));
        }
        return found.isMissingNode() ? MissingNode.getInstance() : found;
    }
}
