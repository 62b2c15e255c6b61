package io.xinqun.local.launcher;

import io.xinqun.local.infrastructure.JavaCommand;
import io.xinqun.local.infrastructure.KafkaMain;
import io.xinqun.local.infrastructure.RedisBinary;
import io.xinqun.local.infrastructure.StoreChoice;
import io.xinqun.local.infrastructure.StoreCommand;
import io.xinqun.local.infrastructure.StoreKind;
import io.xinqun.local.keys.KeyEnvironment;
import io.xinqun.local.keys.LocalKeys;
import io.xinqun.local.launcher.process.Programs;
import io.xinqun.local.launcher.process.Readiness;
import io.xinqun.local.launcher.process.StartupCache;
import io.xinqun.local.launcher.process.Unit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Every process of one copy of the system: its ports, environment, needs, memory and readiness.
///
/// This is the whole picture; everything else in this package only starts and stops it. A server
/// whose address the environment gives (XINQUN_MONGODB_URI, XINQUN_KAFKA, XINQUN_REDIS_URL,
/// XINQUN_WECHAT_BASE_URL) is used from there and not started.
final class Topology {

    static final String STORE = "store";
    static final String KAFKA = "kafka";
    static final String REDIS = "redis";
    static final String WECHAT = "wechat-simulator";
    static final String GATEWAY = "gateway";
    static final String CATALOG = "catalog-service";
    static final String ORDER = "order-service";
    static final String COMMUNITY = "community-service";
    static final String COMMISSION = "commission-service";

    /// Programs of which several instances make sense.
    static final Set<String> SCALABLE = Set.of(CATALOG, ORDER, COMMUNITY, COMMISSION);

    /// What is built here, by the name of its module.
    static final Set<String> PROGRAMS = Set.of(GATEWAY, CATALOG, ORDER, COMMUNITY, COMMISSION);

    private static final int MANAGEMENT = 1000;
    private static final int NEXT_INSTANCE = 100;

    // Heaps in megabytes: enough for demo and stories, small enough for a laptop of 8 GB.
    private static final int SERVICE_HEAP = 256;
    private static final int GATEWAY_HEAP = 192;
    private static final int KAFKA_HEAP = 320;
    private static final int SIMULATOR_HEAP = 96;

    private final FleetOptions options;
    private final Map<String, String> given;
    private final StoreChoice store;
    private final LocalKeys keys;
    private final Addresses addresses;

    /// `way` gives the port at which programs reach a port of this machine; most often the same.
    Topology(
            FleetOptions options,
            Map<String, String> given,
            StoreChoice store,
            LocalKeys keys,
            IntUnaryOperator way) {
        this.options = options;
        this.given =
                given.entrySet().stream()
                        .filter(variable -> !variable.getValue().isBlank())
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        this.store = store;
        this.keys = keys;
        this.addresses = new Addresses(this.given, store, options.portOffset(), way);
    }

    List<Unit> units() {
        List<Unit> all = new ArrayList<>();
        all.add(store());
        all.add(kafka());
        all.add(redis());
        all.add(wechat());
        all.addAll(service(COMMUNITY, 8083, KeyEnvironment.signer(keys)));
        all.addAll(service(CATALOG, 8081, Map.of()));
        all.addAll(service(COMMISSION, 8084, Map.of()));
        all.addAll(service(ORDER, 8082, Map.of()));
        all.add(gateway());
        Set<String> started =
                all.stream().map(Unit::name).filter(n -> !replaced(n)).collect(Collectors.toSet());
        return all.stream().filter(u -> started.contains(u.name())).toList();
    }

    private Unit store() {
        int port = port(Addresses.STORE);
        return new Unit(
                STORE,
                List.of(port),
                List.of(),
                () -> StoreCommand.of(store, port, data("store")),
                Map.of(),
                new Readiness.Port(port));
    }

    private Unit kafka() {
        String port = Integer.toString(port(Addresses.KAFKA));
        String controller = Integer.toString(port(9193));
        Path data = data("kafka");
        return new Unit(
                KAFKA,
                List.of(port(Addresses.KAFKA), port(9193)),
                List.of(),
                () ->
                        started(
                                JavaCommand.of(
                                        KafkaMain.class,
                                        KAFKA_HEAP,
                                        port,
                                        controller,
                                        data.toString())),
                addresses.kafkaListeners(),
                new Readiness.Broker(data, port(Addresses.KAFKA)));
    }

    private Unit redis() {
        int port = port(Addresses.REDIS);
        return new Unit(
                REDIS,
                List.of(port),
                List.of(),
                () ->
                        RedisBinary.command(
                                RedisBinary.in(options.directory().resolve("bin")),
                                port,
                                data("redis")),
                Map.of(),
                new Readiness.Port(port));
    }

    private Unit wechat() {
        int port = port(Addresses.WECHAT);
        Map<String, String> environment = new LinkedHashMap<>(KeyEnvironment.service(keys));
        environment.put("XINQUN_PORT", Integer.toString(port));
        environment.put("XINQUN_DATA_DIRECTORY", data("wechat").toString());
        environment.put("XINQUN_WECHAT_PRIVATE_KEY", keys.wechatPrivateKey().toString());
        return new Unit(
                WECHAT,
                List.of(port),
                List.of(),
                () ->
                        started(
                                JavaCommand.of(
                                        "io.xinqun.local.wechat.WechatSimulatorMain",
                                        SIMULATOR_HEAP)),
                environment,
                new Readiness.Port(port));
    }

    private List<Unit> service(String name, int port, Map<String, String> extra) {
        return IntStream.range(0, options.count(name))
                .mapToObj(n -> instance(name, n, port(port) + n * NEXT_INSTANCE, extra))
                .toList();
    }

    private Unit instance(String module, int index, int port, Map<String, String> extra) {
        Map<String, String> environment = program(port);
        environment.putAll(KeyEnvironment.service(keys));
        environment.putAll(extra);
        environment.put("XINQUN_MONGODB_URI", addresses.mongodb());
        environment.put("XINQUN_MONGODB_DATABASE", database(module));
        environment.put("XINQUN_KAFKA", addresses.kafka());
        environment.put("XINQUN_WECHAT_BASE_URL", addresses.wechat());
        environment.put(
                "XINQUN_WECHAT_NOTIFY_URL",
                addresses.program(8080) + "/api/v1/payments/wechat/notifications");
        return new Unit(
                index == 0 ? module : module + "-" + (index + 1),
                List.of(port, port + MANAGEMENT),
                needs(STORE, KAFKA, REDIS, WECHAT),
                () -> started(Programs.command(module, SERVICE_HEAP, options.compilers())),
                environment,
                new Readiness.Health(port + MANAGEMENT));
    }

    private Unit gateway() {
        int port = port(8080);
        Map<String, String> environment = program(port);
        environment.put("XINQUN_CATALOG_URL", urls(CATALOG, 8081));
        environment.put("XINQUN_ORDER_URL", urls(ORDER, 8082));
        environment.put("XINQUN_COMMUNITY_URL", urls(COMMUNITY, 8083));
        environment.put("XINQUN_COMMISSION_URL", urls(COMMISSION, 8084));
        return new Unit(
                GATEWAY,
                List.of(port, port + MANAGEMENT),
                needs(REDIS),
                () -> started(Programs.command(GATEWAY, GATEWAY_HEAP, options.compilers())),
                environment,
                new Readiness.Health(port + MANAGEMENT));
    }

    private List<String> started(List<String> command) {
        Optional<StartupCache> cache = StartupCache.of(command);
        if (cache.isEmpty()) {
            return command;
        }
        return options.recorded() && !cache.get().exists()
                ? cache.get().recording()
                : cache.get().using();
    }

    private Map<String, String> program(int port) {
        Map<String, String> environment = new LinkedHashMap<>(KeyEnvironment.checker(keys));
        environment.put("XINQUN_PORT", Integer.toString(port));
        environment.put("XINQUN_MANAGEMENT_PORT", Integer.toString(port + MANAGEMENT));
        environment.put("XINQUN_REDIS_URL", addresses.redis());
        environment.put("XINQUN_BUSINESS_ZONE", "Asia/Shanghai");
        return environment;
    }

    /// Where the servers listen themselves.
    Addresses direct() {
        return addresses.direct();
    }

    StoreChoice storeChoice() {
        return store;
    }

    /// The data folder of a server; each kind of store has its own world of data, because a
    /// broker's records and a store's documents belong together.
    Path data(String server) {
        return options.directory().resolve("data").resolve(kind()).resolve(server);
    }

    String kind() {
        return store.kind().name().toLowerCase(java.util.Locale.ROOT);
    }

    private boolean replaced(String unit) {
        return switch (unit) {
            case STORE -> store.kind() == StoreKind.GIVEN;
            case KAFKA -> given.containsKey("XINQUN_KAFKA");
            case REDIS -> given.containsKey("XINQUN_REDIS_URL");
            case WECHAT -> given.containsKey("XINQUN_WECHAT_BASE_URL");
            default -> false;
        };
    }

    private List<String> needs(String... units) {
        return java.util.Arrays.stream(units).filter(unit -> !replaced(unit)).toList();
    }

    /// Copies with an offset may share a given MongoDB and still have their own data.
    private String database(String module) {
        String name = "xinqun-" + module.replace("-service", "");
        return options.portOffset() == 0 ? name : name + "-" + options.portOffset();
    }

    private int port(int usual) {
        return usual + options.portOffset();
    }

    private String urls(String service, int port) {
        return IntStream.range(0, Math.max(1, options.count(service)))
                .mapToObj(n -> addresses.program(port + n * NEXT_INSTANCE))
                .collect(Collectors.joining(","));
    }
}
