package io.xinqun.local.tidy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The project's files as texts, without what builds and runs leave behind.
record Sources(Path root, List<Source> java, List<Source> texts) {

    private static final Set<String> LEFT_BY_BUILDS =
            Set.of("target", ".git", ".idea", "node_modules");

    /// One file: its path below the root and its lines.
    record Source(Path path, List<String> lines) {

        String name() {
            return path.getFileName().toString();
        }

        boolean isMain() {
            return path.toString().contains("src/main/");
        }
    }

    static Sources ofProject() {
        Path here = Path.of("").toAbsolutePath();
        return of(Files.exists(here.resolve("xinqun")) ? here : here.getParent());
    }

    static Sources of(Path root) {
        return new Sources(
                root, read(root, Set.of(".java")), read(root, Set.of(".md", ".yml", ".sh")));
    }

    private static List<Source> read(Path root, Set<String> endings) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> belongs(root.relativize(file)))
                    .filter(file -> endings.stream().anyMatch(file.toString()::endsWith))
                    .filter(Files::isRegularFile)
                    .map(file -> new Source(root.relativize(file), lines(file)))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean belongs(Path file) {
        for (Path part : file) {
            String name = part.toString();
            if (LEFT_BY_BUILDS.contains(name) || name.startsWith(".xinqun")) {
                return false;
            }
        }
        return true;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(file.toString(), failure);
        }
    }
}
