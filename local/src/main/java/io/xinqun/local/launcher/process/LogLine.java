package io.xinqun.local.launcher.process;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A line of a log, for a person.
///
/// Shape: `text` is time, level, logger, correlation id and message of a JSON line of the Elastic
/// Common Schema, with the stack trace below; any other line is its own text and sorts first.
public record LogLine(Instant time, String text) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT)
                    .withZone(ZoneId.systemDefault());

    public static LogLine of(String line) {
        if (!line.startsWith("{")) {
            return new LogLine(Instant.EPOCH, line);
        }
        try {
            JsonNode read = JsonMapper.shared().readTree(line);
            Instant time = Instant.parse(read.path("@timestamp").asString(""));
            return new LogLine(time, TIME.format(time) + " " + words(read));
        } catch (JacksonException | DateTimeParseException foreign) {
            return new LogLine(Instant.EPOCH, line);
        }
    }

    private static String words(JsonNode line) {
        String logger = line.at("/log/logger").asString("");
        String correlation = line.path("correlationId").asString("");
        String trace = line.at("/error/stack_trace").asString("").stripTrailing();
        return String.format(
                        Locale.ROOT,
                        "%-5s %s: ",
                        line.at("/log/level").asString(""),
                        logger.substring(logger.lastIndexOf('.') + 1))
                + (correlation.isEmpty() ? "" : "[" + correlation + "] ")
                + line.path("message").asString("")
                + (trace.isEmpty() ? "" : "\n" + trace);
    }
}
