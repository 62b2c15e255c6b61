package io.xinqun.local.infrastructure;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import redis.embedded.core.ExecutableProvider;

/// The real `redis-server` that comes inside a Maven artifact.
public final class RedisBinary {

    /// One database per test class keeps tests apart without starting more servers.
    public static final int DATABASES = 64;

    private RedisBinary() {}

    /// Puts the program into the folder, unless it is there, and returns its path.
    public static Path in(Path folder) {
        Path target = folder.resolve("redis-server");
        if (Files.isExecutable(target)) {
            return target;
        }
        try {
            Files.createDirectories(folder);
            File extracted = ExecutableProvider.newJarResourceProvider().get();
            Path whole = Files.createTempFile(folder, "redis-server", ".part");
            Files.copy(extracted.toPath(), whole, StandardCopyOption.REPLACE_EXISTING);
            if (!whole.toFile().setExecutable(true)) {
                throw new IOException(whole + " cannot be made executable");
            }
            Files.move(whole, target, StandardCopyOption.ATOMIC_MOVE);
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException("redis-server could not be unpacked", e);
        }
    }

    /// The command that serves on the port. Nothing is saved: Redis may be lost at any moment.
    public static List<String> command(Path binary, int port, Path folder) {
        return List.of(
                binary.toString(),
                "--bind",
                "127.0.0.1",
                "--port",
                Integer.toString(port),
                "--databases",
                Integer.toString(DATABASES),
                "--save",
                "",
                "--appendonly",
                "no",
                "--dir",
                folder.toString());
    }
}
