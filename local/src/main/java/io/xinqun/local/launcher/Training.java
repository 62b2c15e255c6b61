package io.xinqun.local.launcher;

import io.xinqun.local.infrastructure.JavaCommand;
import io.xinqun.local.launcher.process.ProcessFiles;
import io.xinqun.local.launcher.process.Progress;
import io.xinqun.local.launcher.process.Readiness;
import io.xinqun.local.launcher.process.StartupCache;
import io.xinqun.local.launcher.process.Unit;
import io.xinqun.local.launcher.process.UnitProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Makes the start-up caches of the programs that have none, one after the other, beside a running
/// copy whose store they use. Once per build.
final class Training {

    /// The word that makes the launcher do this and nothing else.
    static final String COMMAND = "train";

    private static final String NAME = "training";
    private static final int HEAP_MEGABYTES = 64;

    /// It listens nowhere.
    private static final int NO_PORT = 0;

    private final Fleet fleet;
    private final Progress progress;

    Training(Fleet fleet, Progress progress) {
        this.fleet = fleet;
        this.progress = progress;
    }

    /// Begins it in a process of its own, which goes on when this one ends.
    void begin() {
        if (untrained().isEmpty()) {
            return;
        }
        Unit unit =
                new Unit(
                        NAME,
                        List.of(NO_PORT),
                        List.of(),
                        () -> JavaCommand.of(LauncherMain.class, HEAP_MEGABYTES, COMMAND),
                        Map.of(),
                        new Readiness.Port(NO_PORT));
        new UnitProcess(unit, log(), files(fleet.directory())).launch();
        progress.say(
                "Start-up caches of this build are made in the background, some minutes long; the"
                        + " next start takes two thirds of the time.");
    }

    /// Makes them all; what cannot be trained starts without.
    int run() {
        for (Unit program : untrained()) {
            long begin = System.nanoTime();
            List<String> command = program.command().get();
            try {
                StartupCache.of(command).make(command, program.environment(), log());
                progress.unit(program.name(), "start-up cache made", begin);
            } catch (IOException failed) {
                progress.say(program.name() + " has no start-up cache: " + failed.getMessage());
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                return 1;
            }
        }
        return 0;
    }

    /// Ends it where it runs in the background.
    static void end(Path directory) {
        ProcessFiles files = files(directory);
        files.alive(NAME).ifPresent(UnitProcess::end);
        files.remove(NAME);
    }

    /// The programs among the processes are those that are built here.
    private List<Unit> untrained() {
        return fleet.processes().stream()
                .map(UnitProcess::unit)
                .filter(unit -> Topology.PROGRAMS.contains(unit.name()))
                .filter(unit -> !StartupCache.of(unit.command().get()).exists())
                .toList();
    }

    private Path log() {
        return fleet.directory().resolve("logs").resolve(NAME + ".log");
    }

    private static ProcessFiles files(Path directory) {
        return new ProcessFiles(directory.resolve(NAME));
    }
}
