package io.xinqun.local.launcher;

import io.xinqun.local.launcher.process.LaunchProblem;
import io.xinqun.local.launcher.process.LogLine;
import io.xinqun.local.launcher.process.Progress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The programs' logs for a person: one as it grows, or all that tell of one trace.
final class LogView {

    private final Progress progress;

    LogView(Progress progress) {
        this.progress = progress;
    }

    /// Until the input ends; JSON becomes a readable line, what is none stays as it is.
    int follow(InputStream lines) {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(lines, StandardCharsets.UTF_8))) {
            reader.lines().map(LogLine::of).map(LogLine::text).forEach(progress::say);
            return 0;
        } catch (IOException e) {
            throw new LaunchProblem("The log cannot be read: " + e.getMessage(), e);
        }
    }

    /// What all programs tell of a trace or correlation id, in the order of time; 1 when nobody
    /// does.
    int trace(Path logs, String id) {
        List<Told> told = new ArrayList<>();
        for (Path log : files(logs)) {
            String program = log.getFileName().toString().replace(".log", "");
            lines(log)
                    .filter(line -> line.contains(id))
                    .map(LogLine::of)
                    .forEach(line -> told.add(new Told(program, line)));
        }
        told.stream()
                .sorted(Comparator.comparing(each -> each.line().time()))
                .map(each -> "%-18s %s".formatted(each.program(), each.line().text()))
                .forEach(progress::say);
        if (told.isEmpty()) {
            progress.say("No log in " + logs + " tells of " + id + ".");
        }
        return told.isEmpty() ? 1 : 0;
    }

    private record Told(String program, LogLine line) {}

    private static List<Path> files(Path logs) {
        try (Stream<Path> all = Files.list(logs)) {
            return all.filter(file -> file.toString().endsWith(".log")).sorted().toList();
        } catch (IOException e) {
            throw new LaunchProblem("Nothing has run yet: ./xinqun run", e);
        }
    }

    private static Stream<String> lines(Path log) {
        try {
            return Files.readAllLines(log, StandardCharsets.UTF_8).stream();
        } catch (IOException e) {
            throw new LaunchProblem(log + " cannot be read: " + e.getMessage(), e);
        }
    }
}
