package io.xinqun.local.launcher;

import io.xinqun.local.infrastructure.JavaCommand;
import io.xinqun.local.launcher.process.LaunchProblem;
import java.io.IOException;
import java.nio.file.Path;

/// Demo data of a running copy, loaded through its gateway by a process of its own.
final class DemoData {

    private static final int HEAP_MEGABYTES = 128;

    private final Fleet fleet;

    DemoData(Fleet fleet) {
        this.fleet = fleet;
    }

    /// True when all of it is there; the log says why not.
    boolean load() {
        ProcessBuilder builder =
                new ProcessBuilder(
                                JavaCommand.of(
                                        "io.xinqun.local.demo.DemoDataMain",
                                        HEAP_MEGABYTES,
                                        fleet.gateway().toString()))
                        .redirectErrorStream(true)
                        .redirectOutput(log().toFile());
        builder.environment().putAll(fleet.clientEnvironment());
        try {
            return builder.start().onExit().join().exitValue() == 0;
        } catch (IOException e) {
            throw new LaunchProblem("Demo data could not be started: " + e.getMessage(), e);
        }
    }

    Path log() {
        return fleet.directory().resolve("logs").resolve("demo-data.log");
    }
}
