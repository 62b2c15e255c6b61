package io.xinqun.local.launcher;

import io.xinqun.local.launcher.process.ProcessFiles;
import io.xinqun.local.launcher.process.Progress;
import io.xinqun.local.launcher.process.UnitProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

/// Ends the processes that were written down for a copy, and no others.
final class FleetStop {

    /// Programs go before the servers they use, so that they can finish what they hold.
    private static final List<String> SERVERS =
            List.of(Topology.WECHAT, Topology.KAFKA, Topology.STORE, Topology.REDIS);

    private final Path directory;
    private final ProcessFiles files;
    private final Progress progress;

    FleetStop(Path directory, Progress progress) {
        this.directory = directory;
        this.files = new ProcessFiles(directory);
        this.progress = progress;
    }

    /// Returns how many processes it ended.
    int run() {
        Training.end(directory);
        Map<String, Optional<ProcessHandle>> all = files.all();
        List<String> doors = all.keySet().stream().filter(Topology.GATEWAY::equals).toList();
        List<String> programs =
                all.keySet().stream()
                        .filter(name -> !SERVERS.contains(name) && !doors.contains(name))
                        .toList();
        List<String> servers = all.keySet().stream().filter(SERVERS::contains).toList();
        stop(doors, all);
        stop(programs, all);
        stop(servers, all);
        return (int) all.values().stream().filter(Optional::isPresent).count();
    }

    private void stop(List<String> names, Map<String, Optional<ProcessHandle>> all) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<?>[] stopping =
                    names.stream()
                            .map(name -> CompletableFuture.runAsync(() -> stop(name, all), threads))
                            .toArray(CompletableFuture<?>[]::new);
            CompletableFuture.allOf(stopping).join();
        }
    }

    private void stop(String name, Map<String, Optional<ProcessHandle>> all) {
        Optional<ProcessHandle> process = all.getOrDefault(name, Optional.empty());
        long begin = System.nanoTime();
        process.ifPresent(running -> end(name, running));
        files.remove(name);
        if (process.isPresent()) {
            progress.unit(name, "stopped", begin);
        }
    }

    /// A program that cannot serve has nothing to finish, and one that is just starting would only
    /// stop after its start.
    private void end(String name, ProcessHandle process) {
        if (files.ready(name)) {
            UnitProcess.end(process);
        } else {
            UnitProcess.endNow(process);
        }
    }
}
