package io.xinqun.local.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/// A server that this JVM started as its own operating-system process and ends with itself.
public final class ChildProcess implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(50);

    /// A server that does not stop in this time is killed: its data is thrown away anyway.
    private static final Duration GRACE = Duration.ofSeconds(5);

    private static final int LOG_LINES_SHOWN = 15;

    private final String name;
    private final Process process;
    private final Path log;

    private ChildProcess(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    /// Starts the command with its output in the log file and ends it when this JVM ends.
    public static ChildProcess start(String name, List<String> command, Path log) {
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                            .start();
            ChildProcess child = new ChildProcess(name, process, log);
            Runtime.getRuntime().addShutdownHook(new Thread(child::close, "end-" + name));
            return child;
        } catch (IOException e) {
            throw new UncheckedIOException(name + " could not be started: " + command.get(0), e);
        }
    }

    /// Waits until the server is ready, or fails with the end of its log.
    public ChildProcess await(BooleanSupplier ready, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!ready.getAsBoolean()) {
            if (!process.isAlive()) {
                throw new IllegalStateException(
                        name + " ended with status " + process.exitValue() + lastLines());
            }
            if (System.nanoTime() > deadline) {
                close();
                throw new IllegalStateException(name + " was not ready in " + limit + lastLines());
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
        return this;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private String lastLines() {
        try {
            List<String> lines = Files.readAllLines(log);
            return lines.stream()
                    .skip(Math.max(0, lines.size() - LOG_LINES_SHOWN))
                    .collect(Collectors.joining("\n  ", ". End of " + log + ":\n  ", ""));
        } catch (IOException e) {
            return ". Its log " + log + " cannot be read.";
        }
    }
}
