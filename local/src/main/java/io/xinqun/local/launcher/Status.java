package io.xinqun.local.launcher;

import io.xinqun.local.keys.AccessTokens;
import io.xinqun.local.launcher.process.ProcessFiles;
import io.xinqun.local.launcher.process.ProcessMemory;
import io.xinqun.local.launcher.process.Progress;
import io.xinqun.local.launcher.status.Report;
import io.xinqun.local.launcher.status.Sources;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Shows one copy at a glance: what is running, whether it is ready, how much memory it has, how
/// far it is behind, and whether its books agree.
///
/// Errors: none; whatever does not answer in time is shown as not known.
public final class Status {

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final String READY = "ready";
    private static final Duration TOKEN_LIFE = Duration.ofMinutes(1);

    private final FleetOptions options;
    private final ProcessFiles files;
    private final Clock clock = Clock.systemUTC();

    public Status(FleetOptions options) {
        this.options = options;
        this.files = new ProcessFiles(options.directory());
    }

    /// Returns 0 when all is well, 1 when nothing runs, something is gone, not ready or not known,
    /// 2 when a number is out of its range.
    public int print(Progress progress) {
        Map<String, Optional<ProcessHandle>> all = files.all();
        if (all.isEmpty()) {
            progress.say("Nothing is running. ./xinqun run starts it.");
            return 1;
        }
        Report report = report();
        boolean ready = printProcesses(progress, all);
        report.lines().forEach(progress::say);
        progress.say("");
        progress.say("Logs: " + options.directory().resolve("logs"));
        return ready ? report.exitStatus() : 1;
    }

    /// What the sources of this copy say now: every program that belongs to it, and more instances
    /// that were started.
    public Report report() {
        Fleet fleet = Fleet.running(options);
        Map<String, URI> management = new LinkedHashMap<>();
        fleet.programs().forEach(program -> management.put(program, fleet.management(program)));
        files.all().keySet().stream()
                .filter(files::isProgram)
                .forEach(program -> management.put(program, files.management(program)));
        String token =
                new AccessTokens(fleet.keys(), clock)
                        .access("status", List.of("operator"), Map.of(), TOKEN_LIFE);
        return new Sources(
                        new Sources.Addresses(
                                management,
                                fleet.kafka(),
                                fleet.program(Topology.COMMISSION),
                                token))
                .ask()
                .report(clock.instant());
    }

    private boolean printProcesses(
            Progress progress, Map<String, Optional<ProcessHandle>> processes) {
        List<Shown> all =
                processes.entrySet().stream()
                        .map(each ->
                                new Shown(
                                        each.getKey(),
                                        each.getValue(),
                                        state(each.getKey(), each.getValue().isPresent())))
                        .toList();
        progress.say(String.format(Locale.ROOT, "%-20s %8s %8s", "", "process", "memory"));
        all.forEach(each -> progress.say(each.line()));
        long total = all.stream().mapToLong(Shown::mebibytes).sum();
        progress.say(String.format(Locale.ROOT, "%-20s %8s %5d MiB", "together", "", total));
        return all.stream().allMatch(each -> each.state().join().equals(READY));
    }

    /// A process as it is shown.
    private record Shown(
            String name, Optional<ProcessHandle> process, CompletableFuture<String> state) {

        long mebibytes() {
            return process.map(ProcessMemory::mebibytes).orElse(0L);
        }

        String line() {
            String pid = process.map(alive -> Long.toString(alive.pid())).orElse("-");
            String memory = process.isPresent() ? mebibytes() + " MiB" : "-";
            return "%-20s %8s %9s  %s".formatted(name, pid, memory, state.join());
        }
    }

    private CompletableFuture<String> state(String name, boolean alive) {
        return alive
                ? CompletableFuture.supplyAsync(
                                () -> files.ready(name) ? READY : "not ready",
                                task -> Thread.ofVirtual().start(task))
                        .completeOnTimeout(
                                "does not answer", PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                : CompletableFuture.completedFuture("gone");
    }
}
