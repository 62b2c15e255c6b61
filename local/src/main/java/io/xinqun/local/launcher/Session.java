package io.xinqun.local.launcher;

import io.xinqun.local.launcher.process.Durations;
import io.xinqun.local.launcher.process.Folders;
import io.xinqun.local.launcher.process.LogTail;
import io.xinqun.local.launcher.process.Progress;
import io.xinqun.local.launcher.process.UnitProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntUnaryOperator;

/// One `./xinqun run` as a person sees it: start, demo data, what to try, then wait for Ctrl-C.
final class Session {

    private static final Duration WATCH = Duration.ofSeconds(1);
    private static final String START = "start";
    private static final String DEMO_DATA = "demo-data";

    private final FleetOptions options;
    private final Progress progress;
    private final Durations durations;
    private volatile boolean detached;
    private volatile boolean stopping;

    Session(FleetOptions options, Progress progress) {
        this.options = options;
        this.progress = progress;
        this.durations = new Durations(options.directory());
    }

    int run(boolean demoData, boolean detach) {
        Folders.create(options.directory());
        Folders.hideFromGit(options.directory());
        long begin = System.nanoTime();
        Fleet fleet = new Fleet(options, System.getenv(), IntUnaryOperator.identity());
        FleetStart start = new FleetStart(fleet, progress);
        start.refuseConflicts();
        Runtime.getRuntime().addShutdownHook(new Thread(this::stopAll, "stop"));
        progress.say("Starting " + fleet.names().size() + " processes" + durations.about(START));
        start.run();
        durations.took(START, begin);
        if (demoData) {
            loadDemoData(fleet);
        }
        progress.unit("everything", "ready", begin);
        progress.say(new Welcome(fleet).text(detach));
        new Training(fleet, progress).begin();
        detached = detach;
        if (!detach) {
            watch(fleet);
        }
        return 0;
    }

    /// Runs at Ctrl-C and after a failed start. The second pass meets what was just starting.
    private void stopAll() {
        stopping = true;
        if (!detached) {
            progress.say("");
            new FleetStop(options.directory(), progress).run();
            new FleetStop(options.directory(), progress).run();
        }
    }

    private void loadDemoData(Fleet fleet) {
        Path folder = fleet.topology().data("demo-data");
        Path done = folder.resolve("loaded");
        if (Files.exists(done)) {
            progress.say(
                    "  demo data            kept from an earlier run (run --fresh starts anew)");
            return;
        }
        long begin = System.nanoTime();
        progress.say("  Loading demo data" + durations.about(DEMO_DATA));
        DemoData data = new DemoData(fleet);
        if (!data.load()) {
            progress.say("  Demo data could not be loaded; the system runs without.");
            progress.say(LogTail.of(data.log()));
            return;
        }
        try {
            Folders.create(folder);
            Files.writeString(done, "by " + data.log() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(done + " cannot be written", e);
        }
        progress.unit("demo data", "loaded", begin);
        durations.took(DEMO_DATA, begin);
    }

    private void watch(Fleet fleet) {
        Set<String> gone = new HashSet<>();
        while (!stopping && gone.size() < fleet.names().size()) {
            LockSupport.parkNanos(WATCH.toNanos());
            for (UnitProcess process : fleet.processes()) {
                String name = process.unit().name();
                if (!fleet.alive(name) && !stopping && gone.add(name)) {
                    progress.say(
                            "\n" + name + " has ended by itself.\n" + LogTail.of(process.log()));
                }
            }
        }
    }
}
