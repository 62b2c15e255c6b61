package io.xinqun.local.launcher.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Folders of one copy on disk.
public final class Folders {

    private Folders() {}

    public static Path create(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new LaunchProblem(folder + " cannot be created: " + e.getMessage(), e);
        }
    }

    /// Puts a `.gitignore` into the folder that ignores all of it.
    public static void hideFromGit(Path folder) {
        try {
            Files.writeString(folder.resolve(".gitignore"), "*\n");
        } catch (IOException e) {
            throw new LaunchProblem(folder + " cannot be written: " + e.getMessage(), e);
        }
    }

    public static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            List<Path> deepestFirst = walk.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be deleted", e);
        }
    }
}
