package io.xinqun.local.launcher.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The built programs and the command lines that run them.
///
/// A program's jar is unpacked once per build, which halves its start-up; the folder carries the
/// build's time, so that a running copy keeps its own files while the next build is made.
public final class Programs {

    /// Two copies may run older builds while a new one is made.
    private static final int BUILDS_KEPT = 3;

    private Programs() {}

    public static List<String> command(String module, int heapMegabytes, Compilers compilers) {
        Path jar = unpacked(module);
        List<String> command = new ArrayList<>();
        command.add(java());
        command.add("-XX:+UseSerialGC");
        command.add("-Xmx" + heapMegabytes + "m");
        // A program that is out of memory must not go on half alive.
        command.add("-XX:+ExitOnOutOfMemoryError");
        if (compilers == Compilers.FIRST) {
            command.add("-XX:TieredStopAtLevel=1");
        }
        command.add("-Dreactor.netty.ioWorkerCount=2");
        command.add("-Dspring.main.banner-mode=off");
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("-jar");
        command.add(jar.toString());
        return command;
    }

    /// The folder with `pom.xml` and all modules.
    public static Path root() {
        String given = System.getenv().getOrDefault("XINQUN_ROOT", "");
        Path folder = Path.of(given).toAbsolutePath().normalize();
        while (!Files.exists(folder.resolve("xinqun"))) {
            Path parent = folder.getParent();
            if (parent == null) {
                throw new LaunchProblem("This must run inside the project's folder.");
            }
            folder = parent;
        }
        return folder;
    }

    private static Path unpacked(String module) {
        Path target = root().resolve(module).resolve("target");
        Path jar = jar(module, target);
        try {
            long built = Files.getLastModifiedTime(jar).toMillis();
            Path programs = target.resolve("programs");
            Path folder = programs.resolve(Long.toString(built));
            synchronized (Programs.class) {
                if (!Files.exists(folder)) {
                    unpack(jar, folder);
                    forgetOlder(programs);
                }
            }
            return folder.resolve(jar.getFileName());
        } catch (IOException e) {
            throw new UncheckedIOException(jar + " could not be unpacked", e);
        }
    }

    private static Path jar(String module, Path target) {
        try (Stream<Path> files = Files.exists(target) ? Files.list(target) : Stream.empty()) {
            return files.filter(file -> file.toString().endsWith("-program.jar"))
                    .max(Comparator.comparingLong(file -> file.toFile().lastModified()))
                    .orElseThrow(() ->
                            new LaunchProblem(module + " is not built: ./xinqun run builds."));
        } catch (IOException e) {
            throw new UncheckedIOException(target + " cannot be read", e);
        }
    }

    private static void unpack(Path jar, Path folder) throws IOException {
        Path part = folder.resolveSibling(folder.getFileName() + ".part");
        Folders.delete(part);
        Files.createDirectories(part.getParent());
        Process process =
                new ProcessBuilder(
                                java(),
                                "-XX:TieredStopAtLevel=1",
                                "-Djarmode=tools",
                                "-jar",
                                jar.toString(),
                                "extract",
                                "--destination",
                                part.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException("jarmode=tools failed on " + jar);
        }
        Files.move(part, folder);
    }

    private static void forgetOlder(Path programs) throws IOException {
        try (Stream<Path> builds = Files.list(programs)) {
            List<Path> newestFirst =
                    builds.sorted(Comparator.comparing(Path::getFileName).reversed()).toList();
            newestFirst.stream().skip(1).forEach(StartupCache::forgetIn);
            newestFirst.stream().skip(BUILDS_KEPT).forEach(Folders::delete);
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
