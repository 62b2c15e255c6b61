package io.xinqun.local.launcher;

import io.xinqun.local.launcher.process.ProcessFiles;
import io.xinqun.local.launcher.process.ProcessMemory;
import io.xinqun.local.launcher.process.Progress;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Shows what of one copy is running, whether it is ready, and how much memory it has.
final class Status {

    private final ProcessFiles files;
    private final Path directory;

    Status(Path directory) {
        this.directory = directory;
        this.files = new ProcessFiles(directory);
    }

    /// Returns 0 when something runs and everything that was started is alive.
    int print(Progress progress) {
        Map<String, Optional<ProcessHandle>> all = files.all();
        if (all.isEmpty()) {
            progress.say("Nothing is running. ./xinqun run starts it.");
            return 1;
        }
        progress.say(String.format(Locale.ROOT, "%-20s %8s %8s  %s", "", "process", "memory", ""));
        long total = 0;
        for (Map.Entry<String, Optional<ProcessHandle>> entry : all.entrySet()) {
            ProcessHandle process = entry.getValue().orElse(null);
            if (process == null) {
                progress.say(String.format("%-20s %8s %8s  %s", entry.getKey(), "-", "-", "gone"));
            } else {
                long memory = ProcessMemory.mebibytes(process);
                total += memory;
                String state = files.ready(entry.getKey()) ? "ready" : "not ready";
                progress.say(line(entry.getKey(), process.pid(), memory, state));
            }
        }
        progress.say(String.format(Locale.ROOT, "%-20s %8s %5d MiB", "together", "", total));
        progress.say("Logs: " + directory.resolve("logs"));
        return all.values().stream().allMatch(Optional::isPresent) ? 0 : 1;
    }

    private static String line(String name, long pid, long memory, String state) {
        return String.format(Locale.ROOT, "%-20s %8d %5d MiB  %s", name, pid, memory, state);
    }
}
