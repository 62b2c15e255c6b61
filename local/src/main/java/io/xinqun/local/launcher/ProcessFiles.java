package io.xinqun.local.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Which process is which, written down so that another launcher finds them again.
///
/// A process is known by its number **and** its start time: numbers are given again, and nobody
/// else's process may be ended.
final class ProcessFiles {

    private static final String SUFFIX = ".pid";

    private final Path folder;

    ProcessFiles(Path directory) {
        this.folder = Folders.create(directory.resolve("run"));
    }

    void write(String unit, ProcessHandle process) {
        long started = process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        try {
            Files.writeString(file(unit), process.pid() + " " + started + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(file(unit) + " cannot be written", e);
        }
    }

    void remove(String unit) {
        try {
            Files.deleteIfExists(file(unit));
        } catch (IOException e) {
            throw new UncheckedIOException(file(unit) + " cannot be removed", e);
        }
    }

    /// The process of the unit, if it is still the same and alive.
    Optional<ProcessHandle> alive(String unit) {
        try {
            String[] parts = Files.readString(file(unit)).strip().split(" ", -1);
            long started = Long.parseLong(parts[1]);
            return ProcessHandle.of(Long.parseLong(parts[0]))
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> startedAt(process, started));
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /// Every unit that was written down, with its process if alive.
    Map<String, Optional<ProcessHandle>> all() {
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
