package io.xinqun.local.launcher.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// How long things took the last time, so that a person knows how long to wait.
public final class Durations {

    private final Path folder;

    public Durations(Path directory) {
        this.folder = Folders.create(directory.resolve("durations"));
    }

    /// ` (36 s the last time)`, or nothing the first time.
    public String about(String what) {
        try {
            return " (" + Files.readString(folder.resolve(what)) + " s the last time)";
        } catch (IOException unknown) {
            return "";
        }
    }

    public void took(String what, long sinceNanos) {
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - sinceNanos);
        try {
            Files.writeString(folder.resolve(what), Long.toString(seconds));
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be written", e);
        }
    }
}
