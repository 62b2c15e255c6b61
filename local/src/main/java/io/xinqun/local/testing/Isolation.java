package io.xinqun.local.testing;

import io.xinqun.local.infrastructure.RedisBinary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Names that keep test classes apart on shared servers, also from earlier JVMs.
final class Isolation {

    /// MongoDB allows 63 bytes for a database; the run id and separators need the rest.
    private static final int LONGEST_NAME = 40;

    private static final int RUN_ID_LENGTH = 6;

    private final String run = UUID.randomUUID().toString().substring(0, RUN_ID_LENGTH);
    private final String redis;
    private final AtomicInteger redisDatabases = new AtomicInteger();
    private final Map<String, String> redisUrls = new ConcurrentHashMap<>();

    Isolation(String redis) {
        this.redis = redis;
    }

    String database(Class<?> test) {
        return "t-" + name(test) + "-" + run;
    }

    String kafkaPrefix(Class<?> test) {
        return "t-" + name(test) + "-" + run + ".";
    }

    /// An empty Redis database of this class's own, reused only after all others were.
    String redisUrl(Class<?> test) {
        return redisUrls.computeIfAbsent(test.getName(), name -> emptyRedis());
    }

    private String emptyRedis() {
        int number = 1 + redisDatabases.getAndIncrement() % (RedisBinary.DATABASES - 1);
        URI address = URI.create(redis);
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            String commands = "SELECT " + number + "\r\nFLUSHDB\r\nQUIT\r\n";
            socket.getOutputStream().write(commands.getBytes(StandardCharsets.US_ASCII));
            String answer =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            // A Redis with fewer databases than ours is shared instead.
            return answer.startsWith("+OK\r\n+OK") ? redis + "/" + number : redis;
        } catch (IOException e) {
            throw new UncheckedIOException("Redis at " + redis + " does not answer", e);
        }
    }

    private static String name(Class<?> test) {
        String name = test.getSimpleName().toLowerCase(Locale.ROOT);
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }
}
