package io.xinqun.local.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// A folder that is removed when this JVM ends.
final class TemporaryDirectory {

    private TemporaryDirectory() {}

    static Path create() {
        try {
            Path directory = Files.createTempDirectory("xinqun-test-");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(directory)));
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary folder", e);
        }
    }

    private static void remove(Path directory) {
        // Servers that end at the same moment may still write; what is left is in the temporary
        // folder of the system.
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            return;
        }
    }
}
