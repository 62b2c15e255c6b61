package io.xinqun.local.launcher.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Which process is which, written down so that another launcher finds them again.
///
/// A process is known by its number **and** its start time: numbers are given again, and nobody
/// else's process may be ended.
public final class ProcessFiles {

    /// Number of the process, its start time, how and at which port to ask whether it is ready.
    private static final int FIELDS = 4;

    private static final int PROBE = 2;
    private static final int PORT = 3;
    private static final String HEALTH = "health";

    private static final String SUFFIX = ".pid";

    private final Path folder;

    public ProcessFiles(Path directory) {
        this.folder = Folders.create(directory.resolve("run"));
    }

    public void write(Unit unit, ProcessHandle process) {
        long started = process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        try {
            Files.writeString(
                    file(unit.name()), process.pid() + " " + started + " " + probe(unit) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(file(unit.name()) + " cannot be written", e);
        }
    }

    public void remove(String unit) {
        try {
            Files.deleteIfExists(file(unit));
        } catch (IOException e) {
            throw new UncheckedIOException(file(unit) + " cannot be removed", e);
        }
    }

    /// True when the unit answers: health for programs, an open port for servers.
    public boolean ready(String unit) {
        List<String> words = words(unit);
        int port = Integer.parseInt(words.get(PORT));
        return words.get(PROBE).equals(HEALTH)
                ? new Readiness.Health(port).ready()
                : new Readiness.Port(port).ready();
    }

    /// Whether the unit is one of our programs, with health and metrics on a port of their own.
    public boolean isProgram(String unit) {
        List<String> words = words(unit);
        return words.size() == FIELDS && words.get(PROBE).equals(HEALTH);
    }

    /// Where a program shows health and metrics.
    public URI management(String program) {
        return URI.create("http://127.0.0.1:" + words(program).get(PORT));
    }

    private static String probe(Unit unit) {
        return unit.readiness() instanceof Readiness.Health health
                ? HEALTH + " " + health.managementPort()
                : "port " + unit.port();
    }

    /// The process of the unit, if it is still the same and alive.
    public Optional<ProcessHandle> alive(String unit) {
        List<String> words = words(unit);
        if (words.size() < FIELDS) {
            return Optional.empty();
        }
        long started = Long.parseLong(words.get(1));
        return ProcessHandle.of(Long.parseLong(words.get(0)))
                .filter(Liveness::alive)
                .filter(process -> startedAt(process, started));
    }

    private List<String> words(String unit) {
        try {
            return List.of(Files.readString(file(unit)).strip().split(" ", -1));
        } catch (IOException e) {
            return List.of();
        }
    }

    /// Every unit that was written down, with its process if alive.
    public Map<String, Optional<ProcessHandle>> all() {
        Map<String, Optional<ProcessHandle>> found = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted()
                    .forEach(unit -> found.put(unit, alive(unit)));
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be read", e);
        }
    }

    private static boolean startedAt(ProcessHandle process, long started) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L) == started;
    }

    private Path file(String unit) {
        return folder.resolve(unit + SUFFIX);
    }
}
