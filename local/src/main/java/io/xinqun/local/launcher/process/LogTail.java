package io.xinqun.local.launcher.process;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// The last telling lines of a log, for a person: no stack frames.
public final class LogTail {

    private static final int LINES = 12;
    private static final int COLUMNS = 220;

    private LogTail() {}

    public static String of(Path log) {
        List<String> lines = lines(log);
        return lines.stream()
                .skip(Math.max(0, lines.size() - LINES))
                .map(line -> line.length() > COLUMNS ? line.substring(0, COLUMNS) + " …" : line)
                .collect(Collectors.joining("\n    ", "  The end of " + log + ":\n    ", ""));
    }

    private static List<String> lines(Path log) {
        try {
            return Files.readAllLines(log, StandardCharsets.UTF_8).stream()
                    .flatMap(line -> LogLine.of(line).text().lines())
                    .filter(line -> !line.isBlank())
                    .filter(line -> !line.startsWith("\tat ") && !line.startsWith("\t..."))
                    .toList();
        } catch (MalformedInputException e) {
            return List.of("(not readable as text)");
        } catch (IOException e) {
            return List.of("(cannot be read: " + e.getMessage() + ")");
        }
    }
}
