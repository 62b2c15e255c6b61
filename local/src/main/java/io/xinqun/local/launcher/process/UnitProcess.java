package io.xinqun.local.launcher.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/// Starts, watches and ends the process of one unit.
public final class UnitProcess {

    /// Five programs starting at once on two cores that are busy otherwise took 3 minutes.
    private static final Duration START = Duration.ofMinutes(6);

    /// Graceful shutdown of a program is bounded by 20 s in its own configuration.
    private static final Duration STOP = Duration.ofSeconds(25);

    /// The system ends a killed process at once, but a loaded one takes a moment.
    private static final Duration KILLED = Duration.ofSeconds(20);

    private static final Duration POLL = Duration.ofMillis(100);

    private final Unit unit;
    private final Path log;
    private final ProcessFiles files;

    public UnitProcess(Unit unit, Path log, ProcessFiles files) {
        this.unit = unit;
        this.log = log;
        this.files = files;
    }

    public Unit unit() {
        return unit;
    }

    public Path log() {
        return log;
    }

    public Optional<ProcessHandle> alive() {
        return files.alive(unit.name());
    }

    /// Starts the process and returns when it can serve.
    public void start() {
        start(Map.of());
    }

    /// The same with settings that win over the unit's own environment.
    public void start(Map<String, String> settings) {
        awaitReady(launch(settings));
    }

    /// Starts the process and does not wait.
    public void launch() {
        launch(Map.of());
    }

    private Process launch(Map<String, String> settings) {
        ProcessBuilder builder =
                new ProcessBuilder(command())
                        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(unit.environment());
        builder.environment().putAll(settings);
        try {
            Process process = builder.start();
            files.write(unit, process.toHandle());
            return process;
        } catch (IOException e) {
            throw new LaunchProblem(unit.name() + " could not be started: " + e.getMessage(), e);
        }
    }

    /// Ends the process as a crash would, and returns when it is gone.
    public void kill() {
        alive().ifPresent(UnitProcess::endNow);
        files.remove(unit.name());
    }

    /// Sends a signal by its short name, such as `STOP`.
    public void signal(String name) {
        ProcessHandle process =
                alive().orElseThrow(() -> new LaunchProblem(unit.name() + " does not run."));
        try {
            int status =
                    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                            .start()
                            .waitFor();
            if (status != 0) {
                throw new LaunchProblem(unit.name() + " could not be sent " + name + ".");
            }
        } catch (IOException e) {
            throw new LaunchProblem("kill could not be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchProblem("interrupted", e);
        }
    }

    /// Ends the process gracefully, or by force when it does not go.
    public void stop() {
        alive().ifPresent(UnitProcess::end);
        files.remove(unit.name());
    }

    public static void end(ProcessHandle process) {
        end(process, STOP);
    }

    /// The same for one that has more to do before it ends.
    public static void end(ProcessHandle process, Duration patience) {
        process.destroy();
        if (!Liveness.endsWithin(process, patience)) {
            endNow(process);
        }
    }

    /// Ends a process by force and returns when it is gone.
    public static void endNow(ProcessHandle process) {
        process.destroyForcibly();
        if (!Liveness.endsWithin(process, KILLED)) {
            throw new LaunchProblem("Process " + process.pid() + " does not end.");
        }
    }

    /// In a session of its own, so that Ctrl-C reaches the launcher only and it decides the order.
    private List<String> command() {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            command.add("/usr/bin/setsid");
        }
        command.addAll(unit.command().get());
        return command;
    }

    private void awaitReady(Process process) {
        long deadline = System.nanoTime() + START.toNanos();
        while (!unit.readiness().ready()) {
            if (!process.isAlive()) {
                files.remove(unit.name());
                throw problem("ended by itself with status " + process.exitValue());
            }
            if (System.nanoTime() > deadline) {
                throw problem("was not ready in " + START.toSeconds() + " s");
            }
            if (Thread.currentThread().isInterrupted()) {
                throw problem("was given up, because another one failed");
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    private LaunchProblem problem(String what) {
        return new LaunchProblem(unit.name() + " " + what + ".\n" + LogTail.of(log));
    }
}
