package io.xinqun.local.launcher.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The JDK's ahead-of-time cache of one built program: its classes, loaded and linked. With it a
/// program starts in two thirds of the time.
///
/// It lies beside the unpacked jar and goes with it. The JVM itself refuses one that another JDK
/// made, and then starts as if there were none.
public final class StartupCache {

    private static final String NAME = "startup.aot";

    private final Path file;

    private StartupCache(Path file) {
        this.file = file;
    }

    static StartupCache of(Path jar) {
        return new StartupCache(jar.resolveSibling(NAME));
    }

    /// The one of a program's command line, which ends with its jar.
    public static StartupCache of(List<String> command) {
        return of(Path.of(command.getLast()));
    }

    public boolean exists() {
        return Files.exists(file);
    }

    /// What the command line needs to use it, if it is there.
    Optional<String> option() {
        return exists() ? Optional.of("-XX:AOTCache=" + file) : Optional.empty();
    }

    /// They are large, and only the newest build is started.
    static void forgetIn(Path build) {
        new StartupCache(build.resolve(NAME)).forget();
    }

    public void forget() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be deleted", e);
        }
    }

    /// Starts the program up to the point where it would open its ports, ends it, and keeps what it
    /// had loaded. Takes half a minute of processor time, so it has the lowest priority.
    ///
    /// Errors: [IOException] when the program did not come so far; the log says why.
    public void make(List<String> command, Map<String, String> environment, Path log)
            throws IOException, InterruptedException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        List<String> training = new ArrayList<>();
        if (Files.isExecutable(Path.of("/usr/bin/nice"))) {
            training.addAll(List.of("/usr/bin/nice", "-n", "19"));
        }
        training.add(command.getFirst());
        training.add("-XX:AOTCacheOutput=" + part);
        training.add("-Dspring.context.exit=onRefresh");
        training.addAll(command.subList(1, command.size()));
        ProcessBuilder builder =
                new ProcessBuilder(training)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        Process process = builder.start();
        Thread end = new Thread(process::destroyForcibly, "end-training");
        Runtime.getRuntime().addShutdownHook(end);
        int status = process.waitFor();
        Runtime.getRuntime().removeShutdownHook(end);
        if (status != 0 || !Files.exists(part)) {
            throw new IOException("training ended with status " + status + "; see " + log);
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
