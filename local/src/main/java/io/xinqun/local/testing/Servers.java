package io.xinqun.local.testing;

import io.xinqun.local.infrastructure.ChildProcess;
import io.xinqun.local.infrastructure.EmbeddedStore;
import io.xinqun.local.infrastructure.JavaCommand;
import io.xinqun.local.infrastructure.KafkaMain;
import io.xinqun.local.infrastructure.Ports;
import io.xinqun.local.infrastructure.RedisBinary;
import io.xinqun.local.infrastructure.StoreChoice;
import io.xinqun.local.infrastructure.StoreCommand;
import io.xinqun.local.infrastructure.StoreKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The running servers of a test platform and where they are.
record Servers(
        Path directory, StoreKind storeKind, String mongodbUri, String kafka, String redisUrl) {

    private static final Logger LOG = LoggerFactory.getLogger(Servers.class);

    /// A loaded two-core machine needs several times the usual 3 to 6 seconds.
    private static final Duration START = Duration.ofSeconds(90);

    private static final int KAFKA_HEAP_MEGABYTES = 320;

    static Servers start(Map<String, String> environment) {
        Path directory = TemporaryDirectory.create();
        if (Containers.wanted(environment)) {
            return Containers.start(directory);
        }
        // The broker is the slowest: the others start while it does.
        String givenKafka = environment.getOrDefault("XINQUN_TEST_KAFKA", "");
        KafkaProcess broker = givenKafka.isEmpty() ? startKafka(directory) : null;
        String redis = environment.getOrDefault("XINQUN_TEST_REDIS_URL", "");
        String redisUrl = redis.isEmpty() ? startRedis(directory) : redis;
        StoreChoice choice = StoreChoice.of(environment);
        String uri = startStore(choice, directory.resolve("store"));
        LOG.info("{}", choice.kind().sentence());
        return new Servers(
                directory,
                kind(choice, uri),
                uri,
                broker == null ? givenKafka : broker.await(),
                redisUrl);
    }

    /// Starts the chosen store, or takes the address given, and returns its address.
    static String startStore(StoreChoice choice, Path directory) {
        if (choice.kind() == StoreKind.GIVEN) {
            return Objects.requireNonNull(choice.address());
        }
        int port = Ports.free();
        if (choice.kind() == StoreKind.EMBEDDED) {
            EmbeddedStore store = EmbeddedStore.start(port);
            Runtime.getRuntime().addShutdownHook(new Thread(store::close));
        } else {
            if (!directory.toFile().mkdirs()) {
                throw new IllegalStateException(directory + " cannot be created");
            }
            ChildProcess.start(
                            "store",
                            StoreCommand.of(choice, port, directory),
                            directory.resolveSibling("store.log"))
                    .await(() -> Ports.answers(port), START);
        }
        return StoreCommand.uri(choice.kind(), port);
    }

    private static StoreKind kind(StoreChoice choice, String uri) {
        // `./xinqun test` gives the address of a store that it chose by the same rule.
        String shared = System.getenv().getOrDefault("XINQUN_TEST_STORE_KIND", "");
        return choice.kind() == StoreKind.GIVEN
                        && !shared.isEmpty()
                        && uri.equals(System.getenv("XINQUN_TEST_MONGODB_URI"))
                ? StoreKind.valueOf(shared)
                : choice.kind();
    }

    private static KafkaProcess startKafka(Path directory) {
        int port = Ports.free();
        Path data = directory.resolve("kafka");
        List<String> command =
                JavaCommand.of(
                        KafkaMain.class,
                        KAFKA_HEAP_MEGABYTES,
                        Integer.toString(port),
                        Integer.toString(Ports.free()),
                        data.toString(),
                        Long.toString(ProcessHandle.current().pid()));
        ChildProcess process = ChildProcess.start("kafka", command, directory.resolve("kafka.log"));
        return new KafkaProcess(process, port, data);
    }

    private static String startRedis(Path directory) {
        int port = Ports.free();
        Path binary = RedisBinary.in(directory.resolve("bin"));
        ChildProcess.start(
                        "redis",
                        RedisBinary.command(binary, port, directory),
                        directory.resolve("redis.log"))
                .await(() -> Ports.answers(port), START);
        return "redis://127.0.0.1:" + port;
    }

    private record KafkaProcess(ChildProcess process, int port, Path data) {

        String await() {
            process.await(() -> KafkaMain.ready(data), START);
            return "127.0.0.1:" + port;
        }
    }
}
