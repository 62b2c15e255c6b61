package io.xinqun.local.launcher.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The JDK's ahead-of-time cache of one built program: the classes that a run of it has used,
/// loaded and linked. With it a program starts with half of the processor time.
///
/// It lies beside the program's jar and goes with it. A run that records ends a few seconds later
/// and takes half as much time again, so one that nobody waits for does it ([#recording]); the JVM
/// then turns the record into the cache ([#make]). The JVM itself refuses a cache that another JDK
/// or another build made, and then starts as if there were none.
public final class StartupCache {

    private static final String SUFFIX = ".aot";
    private static final String RECORD = ".record";
    private static final String PART = ".part";

    private final List<String> command;
    private final Path file;

    private StartupCache(List<String> command, Path file) {
        this.command = command;
        this.file = file;
    }

    /// The one of a JVM's command line; none where classes lie in folders, or where it is no JVM.
    public static Optional<StartupCache> of(List<String> command) {
        int classes = Math.max(command.indexOf("-jar"), command.indexOf("-cp"));
        if (classes < 0) {
            return Optional.empty();
        }
        String list = command.get(classes + 1);
        Path first = Path.of(list.split(java.io.File.pathSeparator, 2)[0]);
        if (!first.toString().endsWith(".jar")) {
            return Optional.empty();
        }
        String main =
                command.get(classes).equals("-jar")
                        ? first.getFileName().toString()
                        : command.get(classes + 2);
        return Optional.of(new StartupCache(command, first.resolveSibling(main + SUFFIX)));
    }

    public boolean exists() {
        return Files.exists(file);
    }

    /// The command line that uses the cache, if it is there.
    public List<String> using() {
        return exists() ? with("-XX:AOTCache=" + file) : command;
    }

    /// The command line of a run that writes down what it has used when it ends gracefully.
    public List<String> recording() {
        return with("-XX:AOTMode=record", "-XX:AOTConfiguration=" + beside(RECORD));
    }

    /// Makes the cache of what was recorded, in ten seconds of processor time.
    ///
    /// Errors: [IOException] when nothing was, or the JVM cannot; the log says why.
    public void make(Path log) throws IOException, InterruptedException {
        List<String> making =
                with(
                        "-XX:AOTMode=create",
                        "-XX:AOTConfiguration=" + beside(RECORD),
                        "-XX:AOTCache=" + beside(PART));
        Process process =
                new ProcessBuilder(making)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start();
        Thread end = new Thread(process::destroyForcibly, "end-making");
        Runtime.getRuntime().addShutdownHook(end);
        int status = process.waitFor();
        Runtime.getRuntime().removeShutdownHook(end);
        Files.deleteIfExists(beside(RECORD));
        if (status != 0 || !Files.exists(beside(PART))) {
            throw new IOException("the JVM ended with status " + status + "; see " + log);
        }
        Files.move(beside(PART), file, StandardCopyOption.REPLACE_EXISTING);
    }

    public void forget() {
        delete(List.of(file));
    }

    /// They are large, and only the newest build is started.
    static void forgetIn(Path build) {
        try (Stream<Path> files = Files.list(build)) {
            delete(files.filter(path -> path.getFileName().toString().contains(SUFFIX)).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(build + " cannot be read", e);
        }
    }

    private static void delete(Collection<Path> files) {
        for (Path path : files) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                throw new UncheckedIOException(path + " cannot be deleted", e);
            }
        }
    }

    private Path beside(String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    private List<String> with(String... options) {
        List<String> more = new ArrayList<>(command);
        more.addAll(1, List.of(options));
        return more;
    }
}
