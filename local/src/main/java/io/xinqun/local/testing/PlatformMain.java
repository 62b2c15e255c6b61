package io.xinqun.local.testing;

import io.xinqun.local.infrastructure.ParentProcess;
import io.xinqun.local.keys.LocalKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.CountDownLatch;

/// Starts one store, broker and Redis for the tests of all modules and keeps them until its parent
/// ends.
///
/// Arguments: the file to write the variables into (`NAME=value` lines), the parent's number.
public final class PlatformMain {

    private PlatformMain() {}

    /// Serves until the parent or this process is ended.
    public static void main(String[] arguments) throws Exception {
        ParentProcess.endWith(Long.parseLong(arguments[1]));
        Servers servers = Servers.start(System.getenv());
        LocalKeys keys = LocalKeys.in(servers.directory().resolve("keys"));
        String variables =
                String.join(
                        "\n",
                        "XINQUN_TEST_STORE_KIND=" + servers.storeKind().name(),
                        "XINQUN_TEST_MONGODB_URI=" + servers.mongodbUri(),
                        "XINQUN_TEST_KAFKA=" + servers.kafka(),
                        "XINQUN_TEST_REDIS_URL=" + servers.redisUrl(),
                        "XINQUN_TEST_KEYS=" + keys.directory(),
                        "");
        Path file = Path.of(arguments[0]);
        Path part = Path.of(arguments[0] + ".part");
        Files.writeString(part, variables);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        new CountDownLatch(1).await();
    }
}
