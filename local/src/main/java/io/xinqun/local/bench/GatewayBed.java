package io.xinqun.local.bench;

import io.xinqun.local.infrastructure.Ports;
import io.xinqun.local.infrastructure.RedisBinary;
import io.xinqun.local.keys.AccessTokens;
import io.xinqun.local.keys.KeyEnvironment;
import io.xinqun.local.keys.LocalKeys;
import io.xinqun.local.launcher.process.Compilers;
import io.xinqun.local.launcher.process.Folders;
import io.xinqun.local.launcher.process.ProcessFiles;
import io.xinqun.local.launcher.process.Programs;
import io.xinqun.local.launcher.process.Readiness;
import io.xinqun.local.launcher.process.Unit;
import io.xinqun.local.launcher.process.UnitProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Proxies to compare, each in front of the same backend and under the same load.
///
/// State: everything started here ends with it, or with this program.
final class GatewayBed implements AutoCloseable {

    private static final int CONNECTIONS = 64;

    /// So many that none of them comes near its limit of 20 reads a second.
    private static final int CALLERS = 2_000;

    private static final Duration TOKEN_LIFE = Duration.ofHours(1);
    private static final int HEAP_MEGABYTES = 192;

    /// An answer of the size of a product.
    private static final int ANSWER_BYTES = 1_500;

    private final Path folder;
    private final LocalKeys keys;
    private final Deque<UnitProcess> processes = new ArrayDeque<>();
    private final Wrk load;
    private final int backend = Ports.free();

    GatewayBed() throws IOException {
        folder = Files.createTempDirectory("xinqun-bench");
        keys = LocalKeys.in(folder.resolve("keys"));
        load = Wrk.with(CONNECTIONS, tokens(), folder);
        Runtime.getRuntime().addShutdownHook(new Thread(this::stopAll, "stop"));
        String answer = "{\"title\":\"" + "x".repeat(ANSWER_BYTES) + "\"}";
        nginx("nginx-backend", backend, Map.of("PORT", backend, "BODY", answer));
    }

    private List<String> tokens() {
        AccessTokens tokens = new AccessTokens(keys, Clock.systemUTC());
        return IntStream.range(0, CALLERS)
                .parallel()
                .mapToObj(caller ->
                        tokens.access("bench-" + caller, List.of("consumer"), Map.of(), TOKEN_LIFE))
                .toList();
    }

    /// nginx as a reverse proxy.
    LoadedProxy nginx() {
        int port = Ports.free();
        return loaded(nginx("nginx-proxy", port, Map.of("PORT", port, "BACKEND", backend)));
    }

    private UnitProcess nginx(String name, int port, Map<String, ?> values) {
        Path home = folder.resolve(name);
        Path configuration = Resources.copy(name + ".conf", home, values);
        List<String> command =
                List.of("nginx", "-p", home.toString(), "-c", configuration.toString());
        return started(
                new Unit(
                        name,
                        List.of(port),
                        List.of(),
                        () -> command,
                        Map.of(),
                        new Readiness.Port(port)));
    }

    /// The gateway program with nothing on its one route.
    LoadedProxy bareGateway() {
        Path settings = Resources.copy("bare-route.yml", folder, Map.of());
        return gateway(
                "bare-gateway", Map.of("SPRING_CONFIG_ADDITIONAL_LOCATION", "file:" + settings));
    }

    /// The gateway as it is in production, with a Redis for its limits.
    LoadedProxy fullGateway() {
        int port = Ports.free();
        Path home = Folders.create(folder.resolve("redis"));
        List<String> command = RedisBinary.command(RedisBinary.in(home), port, home);
        started(
                new Unit(
                        "redis",
                        List.of(port),
                        List.of(),
                        () -> command,
                        Map.of(),
                        new Readiness.Port(port)));
        return gateway("gateway", Map.of("XINQUN_REDIS_URL", "redis://127.0.0.1:" + port));
    }

    private LoadedProxy gateway(String name, Map<String, String> settings) {
        int port = Ports.free();
        int management = Ports.free();
        String address = "http://127.0.0.1:" + backend;
        Map<String, String> environment = new LinkedHashMap<>(KeyEnvironment.checker(keys));
        environment.put("XINQUN_PORT", Integer.toString(port));
        environment.put("XINQUN_MANAGEMENT_PORT", Integer.toString(management));
        environment.put("XINQUN_BENCH_BACKEND", address);
        for (String service : List.of("CATALOG", "ORDER", "COMMUNITY", "COMMISSION")) {
            environment.put("XINQUN_" + service + "_URL", address);
        }
        // All callers have one address here.
        environment.put("XINQUN_LIMIT_SCALE", "10000");
        environment.putAll(settings);
        return loaded(
                started(
                        new Unit(
                                name,
                                List.of(port, management),
                                List.of(),
                                () -> Programs.command("gateway", HEAP_MEGABYTES, Compilers.BOTH),
                                environment,
                                new Readiness.Health(management))));
    }

    private UnitProcess started(Unit unit) {
        Path log = folder.resolve(unit.name() + ".log");
        UnitProcess process = new UnitProcess(unit, log, new ProcessFiles(folder));
        processes.push(process);
        process.start();
        return process;
    }

    private LoadedProxy loaded(UnitProcess process) {
        return new LoadedProxy(
                URI.create("http://127.0.0.1:" + process.unit().port()),
                process.alive().orElseThrow(),
                load);
    }

    private void stopAll() {
        processes.forEach(UnitProcess::stop);
    }

    @Override
    public void close() {
        stopAll();
        Folders.delete(folder);
    }
}
