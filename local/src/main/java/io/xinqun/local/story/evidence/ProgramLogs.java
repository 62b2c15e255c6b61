package io.xinqun.local.story.evidence;

import io.xinqun.local.story.client.StoryFailure;
import io.xinqun.local.wechat.wire.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// What the programs of a copy have written, as whoever collects their logs reads it.
public record ProgramLogs(Path directory) {

    /// The lines of a program that belong to this trace, oldest first.
    public List<JsonNode> ofTrace(String program, String trace) {
        return lines(program).stream()
                .filter(line -> line.contains(trace))
                .map(Json::read)
                .filter(line -> line.path("traceId").asString("").equals(trace))
                .toList();
    }

    /// Lines of a program that are no JSON object with time, level and message.
    public List<String> unstructured(String program) {
        return lines(program).stream().filter(line -> !isStructured(line)).toList();
    }

    private static boolean isStructured(String line) {
        if (!line.startsWith("{")) {
            return false;
        }
        JsonNode read = Json.read(line);
        return read.path("@timestamp").isString()
                && read.at("/log/level").isString()
                && read.path("message").isString();
    }

    private List<String> lines(String program) {
        Path log = directory.resolve("logs").resolve(program + ".log");
        try {
            return Files.readAllLines(log, StandardCharsets.UTF_8);
        } catch (IOException cause) {
            throw new StoryFailure(log + " cannot be read", cause);
        }
    }
}
