package io.xinqun.local.launcher;

import io.xinqun.local.infrastructure.JavaCommand;
import io.xinqun.local.launcher.process.Folders;
import io.xinqun.local.launcher.process.LaunchProblem;
import io.xinqun.local.launcher.process.ProcessFiles;
import io.xinqun.local.launcher.process.Progress;
import io.xinqun.local.launcher.process.Readiness;
import io.xinqun.local.launcher.process.StartupCache;
import io.xinqun.local.launcher.process.Unit;
import io.xinqun.local.launcher.process.UnitProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/// Makes the start-up caches that are missing: a second copy with servers, ports and data of its
/// own is started, takes the demo data, and ends; what its programs have used is what their caches
/// hold. Once per build.
final class Training {

    /// The word that makes the launcher do this and nothing else.
    static final String COMMAND = "train";

    private static final String NAME = "training";
    private static final int HEAP_MEGABYTES = 96;
    private static final Path NICE = Path.of("/usr/bin/nice");

    /// It listens nowhere.
    private static final int NO_PORT = 0;

    /// Where the copy's ports may lie, from those of the running one.
    private static final int NEAREST = 1_350;

    private static final int STEP = 150;
    private static final int FARTHEST = 9_000;

    /// Writing down what was used takes a program some seconds, on a busy machine far more.
    private static final Duration RECORDED = Duration.ofMinutes(5);

    private static final List<String> SERVERS_OF_OTHERS =
            List.of(
                    "XINQUN_TEST_MONGODB_URI",
                    "XINQUN_MONGODB_URI",
                    "XINQUN_KAFKA",
                    "XINQUN_REDIS_URL",
                    "XINQUN_WECHAT_BASE_URL");

    private final Fleet fleet;
    private final Progress progress;

    Training(Fleet fleet, Progress progress) {
        this.fleet = fleet;
        this.progress = progress;
    }

    /// Begins it in a process of its own, which goes on when this one ends.
    void begin() {
        if (missing().isEmpty()) {
            return;
        }
        Unit unit =
                new Unit(
                        NAME,
                        List.of(NO_PORT),
                        List.of(),
                        Training::command,
                        Map.of(),
                        new Readiness.Port(NO_PORT));
        new UnitProcess(unit, log(), files(fleet.directory())).launch();
        progress.say(
                "Start-up caches of this build are made in the background by a second copy, some"
                        + " minutes long; the next start takes half the time.");
    }

    /// Makes them all; what cannot be trained starts without.
    int run() {
        Map<String, StartupCache> missing = missing();
        if (missing.isEmpty()) {
            return 0;
        }
        try {
            record();
            for (var one : missing.entrySet()) {
                long begin = System.nanoTime();
                one.getValue().make(log());
                progress.unit(one.getKey(), "start-up cache made", begin);
            }
            return 0;
        } catch (IOException | LaunchProblem failed) {
            progress.say("There are no start-up caches: " + failed.getMessage());
            return 1;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    /// Ends it where it runs in the background.
    static void end(Path directory) {
        ProcessFiles files = files(directory);
        files.alive(NAME).ifPresent(UnitProcess::end);
        files.remove(NAME);
        if (Files.exists(copyOf(directory))) {
            new FleetStop(copyOf(directory), new Progress(true)).run();
            Folders.delete(copyOf(directory));
        }
    }

    private void record() {
        try (Fleet copy = copy()) {
            Runtime.getRuntime().addShutdownHook(new Thread(copy::close, "stop-training"));
            new FleetStart(copy, new Progress(true)).run();
            DemoData data = new DemoData(copy);
            if (!data.load()) {
                throw new LaunchProblem("demo data could not be loaded; see " + data.log());
            }
            copy.processes().reversed().stream()
                    .filter(process -> recorded(process.unit()))
                    .forEach(process ->
                            process.alive().ifPresent(one -> UnitProcess.end(one, RECORDED)));
        } finally {
            Folders.delete(copyOf(fleet.directory()));
        }
    }

    private static boolean recorded(Unit unit) {
        return StartupCache.of(unit.command().get()).isPresent();
    }

    private Fleet copy() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        SERVERS_OF_OTHERS.forEach(environment::remove);
        environment.put("XINQUN_STORE", "embedded");
        int own = fleet.options().portOffset();
        return IntStream.iterate(own + NEAREST, next -> next < own + FARTHEST, next -> next + STEP)
                .mapToObj(offset ->
                        new Fleet(
                                fleet.options().recording(copyOf(fleet.directory()), offset),
                                environment,
                                IntUnaryOperator.identity()))
                .filter(copy -> new FleetStart(copy, progress).takenPorts().isEmpty())
                .findFirst()
                .orElseThrow(() -> new LaunchProblem("no ports are free for a second copy"));
    }

    private Map<String, StartupCache> missing() {
        Map<String, StartupCache> caches = fleet.startupCaches();
        caches.values().removeIf(StartupCache::exists);
        return caches;
    }

    private static List<String> command() {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(NICE)) {
            command.addAll(List.of(NICE.toString(), "-n", "19"));
        }
        command.addAll(JavaCommand.of(LauncherMain.class, HEAP_MEGABYTES, COMMAND));
        return command;
    }

    private Path log() {
        return fleet.directory().resolve("logs").resolve(NAME + ".log");
    }

    private static Path copyOf(Path directory) {
        return directory.resolve(NAME).resolve("copy");
    }

    private static ProcessFiles files(Path directory) {
        return new ProcessFiles(directory.resolve(NAME));
    }
}
