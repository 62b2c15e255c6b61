package io.xinqun.local.launcher;

import io.xinqun.local.infrastructure.Ports;
import io.xinqun.local.infrastructure.StoreKind;
import io.xinqun.local.launcher.process.Folders;
import io.xinqun.local.launcher.process.LaunchProblem;
import io.xinqun.local.launcher.process.Progress;
import io.xinqun.local.launcher.process.UnitProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Starts all processes of a copy: each as soon as what it needs is ready.
final class FleetStart {

    private final Fleet fleet;
    private final Progress progress;

    FleetStart(Fleet fleet, Progress progress) {
        this.fleet = fleet;
        this.progress = progress;
    }

    /// Nothing of an earlier run may be alive and no port may be taken.
    void refuseConflicts() {
        refuseEarlierRun();
        refuseTakenPorts();
    }

    void run() {
        prepareFolders();
        progress.say(fleet.storeKind().sentence());
        try {
            startAll();
        } catch (CompletionException e) {
            fleet.close();
            throw e.getCause() instanceof LaunchProblem problem ? problem : e;
        }
    }

    private void refuseEarlierRun() {
        Map<String, Optional<ProcessHandle>> earlier = fleet.files().all();
        List<String> alive = names(earlier, true);
        List<String> gone = names(earlier, false);
        if (alive.isEmpty()) {
            gone.forEach(fleet.files()::remove);
        } else if (gone.isEmpty()) {
            throw new LaunchProblem(
                    "It is already running (./xinqun status shows it). ./xinqun stop ends it.");
        } else {
            throw new LaunchProblem(
                    "An earlier run is half dead: "
                            + String.join(", ", alive)
                            + " still running, "
                            + String.join(", ", gone)
                            + " gone.\n./xinqun stop clears it away; then run again.");
        }
    }

    private static List<String> names(Map<String, Optional<ProcessHandle>> found, boolean alive) {
        return found.entrySet().stream()
                .filter(entry -> entry.getValue().isPresent() == alive)
                .map(Map.Entry::getKey)
                .toList();
    }

    private void refuseTakenPorts() {
        List<String> taken = takenPorts();
        if (!taken.isEmpty()) {
            throw new LaunchProblem(
                    "Something else on this machine uses "
                            + String.join("; ", taken)
                            + ".\nEnd it, or move all ports of this copy:"
                            + " XINQUN_PORT_OFFSET=1000 ./xinqun run");
        }
    }

    /// The ports that something answers at already, each with who needs it.
    List<String> takenPorts() {
        List<String> taken = new ArrayList<>();
        for (UnitProcess process : fleet.processes()) {
            for (int port : process.unit().ports()) {
                if (Ports.answers(port)) {
                    taken.add("port " + port + ", which " + process.unit().name() + " needs");
                }
            }
        }
        return taken;
    }

    private void prepareFolders() {
        // Memory forgets at the end of a run, so the broker must not remember more than the store.
        if (fleet.options().fresh() || fleet.storeKind() == StoreKind.EMBEDDED) {
            Folders.delete(fleet.topology().data("").normalize());
        }
        for (UnitProcess process : fleet.processes()) {
            Folders.create(fleet.topology().data(process.unit().name()));
            keepOneOlder(process.log());
        }
        Folders.create(fleet.topology().data("wechat"));
    }

    private static void keepOneOlder(Path log) {
        try {
            if (Files.exists(log)) {
                Path older = log.resolveSibling(log.getFileName() + ".1");
                Files.move(log, older, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(log + " cannot be moved", e);
        }
    }

    private void startAll() {
        Map<String, CompletableFuture<Void>> ready = new HashMap<>();
        CompletableFuture<Void> failed = new CompletableFuture<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (UnitProcess process : fleet.processes()) {
                CompletableFuture<Void> started =
                        all(process.unit().needs().stream().map(ready::get).toList())
                                .thenRunAsync(() -> start(process), threads);
                ready.put(process.unit().name(), started.whenComplete(tell(failed)));
            }
            try {
                CompletableFuture.anyOf(failed, all(ready.values())).join();
            } finally {
                // After a failure nobody waits for the others; after success there are none.
                threads.shutdownNow();
            }
        }
    }

    private static CompletableFuture<Void> all(Collection<CompletableFuture<Void>> parts) {
        return CompletableFuture.allOf(parts.toArray(CompletableFuture<?>[]::new));
    }

    private static BiConsumer<Void, @Nullable Throwable> tell(CompletableFuture<Void> failed) {
        return (nothing, problem) -> {
            if (problem != null) {
                failed.completeExceptionally(
                        problem.getCause() == null ? problem : problem.getCause());
            }
        };
    }

    private void start(UnitProcess process) {
        long begin = System.nanoTime();
        process.start();
        progress.unit(process.unit().name(), "ready on " + process.unit().port(), begin);
    }
}
