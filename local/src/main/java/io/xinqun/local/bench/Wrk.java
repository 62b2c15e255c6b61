package io.xinqun.local.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The load generator `wrk`: many callers over kept connections, each of which waits for its answer
/// before it carries the next request.
///
/// Errors: an answer that is no success, or a failed connection, ends the benchmark: a rate of
/// refusals is no rate.
final class Wrk {

    /// One thread sends ten times what a gateway answers.
    private static final int THREADS = 1;

    /// Far more than a warm proxy ever needs: an answer that takes longer is lost.
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /// A JVM's first answers under load take seconds each (8 s were seen on a busy machine): it is
    /// still interpreting, and 64 callers wait for one another.
    private static final Duration PATIENCE_WITH_THE_COLD = Duration.ofSeconds(30);

    private static final Pattern REQUESTS = Pattern.compile("(\\d+) requests in ");
    private static final Pattern RATE = Pattern.compile("Requests/sec: +([0-9.]+)");
    private static final Pattern TROUBLE =
            Pattern.compile("Non-2xx or 3xx responses: \\d+|Socket errors: .*");

    private final int connections;
    private final Path script;

    private Wrk(int connections, Path script) {
        this.connections = connections;
        this.script = script;
    }

    /// Answers that came, altogether and a second.
    record Answers(long count, double perSecond) {}

    /// @param tokens one caller each, who take turns
    static Wrk with(int connections, List<String> tokens, Path folder) {
        try {
            Path file = Files.write(folder.resolve("tokens.txt"), tokens);
            String script = Resources.text("requests.lua").replace("@TOKENS@", file.toString());
            return new Wrk(connections, Files.writeString(folder.resolve("requests.lua"), script));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    Answers run(URI target, Duration duration) {
        return run(target, duration, PATIENCE);
    }

    /// The same against a program that has just started.
    void warm(URI target, Duration duration) {
        run(target, duration, PATIENCE_WITH_THE_COLD);
    }

    private Answers run(URI target, Duration duration, Duration patience) {
        String report = output(target, duration, patience);
        Matcher trouble = TROUBLE.matcher(report);
        if (trouble.find()) {
            throw new IllegalStateException(target + ": " + trouble.group());
        }
        return new Answers(
                Long.parseLong(found(REQUESTS, report)), Double.parseDouble(found(RATE, report)));
    }

    private String output(URI target, Duration duration, Duration patience) {
        List<String> command =
                List.of(
                        "wrk",
                        "--threads=" + THREADS,
                        "--connections=" + connections,
                        "--duration=" + duration.toSeconds() + "s",
                        "--timeout=" + patience.toSeconds() + "s",
                        "--script=" + script,
                        target.toString());
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("wrk could not be run", e);
        }
    }

    private static String found(Pattern pattern, String report) {
        Matcher matcher = pattern.matcher(report);
        if (!matcher.find()) {
            throw new IllegalStateException("wrk said:\n" + report);
        }
        return matcher.group(1);
    }
}
