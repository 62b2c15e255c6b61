package io.xinqun.local.launcher;

import io.xinqun.local.infrastructure.StoreChoice;
import io.xinqun.local.infrastructure.StoreKind;
import io.xinqun.local.keys.AccessTokens;
import io.xinqun.local.keys.KeyEnvironment;
import io.xinqun.local.keys.LocalKeys;
import io.xinqun.local.launcher.process.Folders;
import io.xinqun.local.launcher.process.LaunchProblem;
import io.xinqun.local.launcher.process.ProcessFiles;
import io.xinqun.local.launcher.process.ProcessMemory;
import io.xinqun.local.launcher.process.Progress;
import io.xinqun.local.launcher.process.StartupCache;
import io.xinqun.local.launcher.process.Unit;
import io.xinqun.local.launcher.process.UnitProcess;
import io.xinqun.local.launcher.status.Report;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/// One running copy of the whole system, each program a process of its own.
///
/// Programs are named as in the topology: `store`, `kafka`, `redis`, `wechat-simulator`, `gateway`,
/// `catalog-service`, `order-service`, `community-service`, `commission-service`; a second instance
/// is `order-service-2`.
///
/// State: [#kill] is a crash (SIGKILL), [#stop] is graceful, [#restart] returns when it is ready.
/// Errors: [LaunchProblem] with a message for a person.
public final class Fleet implements AutoCloseable {

    /// Names of the programs behind the gateway.
    public static final List<String> SERVICES = Topology.SCALABLE.stream().sorted().toList();

    private static final Duration TOKEN_LIFE = Duration.ofHours(12);

    private final FleetOptions options;
    private final Topology topology;
    private final LocalKeys keys;
    private final AccessTokens tokens;
    private final ProcessFiles files;
    private final Map<String, UnitProcess> processes = new LinkedHashMap<>();
    private volatile boolean left;

    Fleet(FleetOptions options, Map<String, String> environment, IntUnaryOperator way) {
        this.options = options;
        this.keys = LocalKeys.in(options.directory().resolve("keys"));
        this.tokens = new AccessTokens(keys, Clock.systemUTC());
        this.topology = new Topology(options, environment, StoreChoice.of(environment), keys, way);
        this.files = new ProcessFiles(options.directory());
        Path logs = Folders.create(options.directory().resolve("logs"));
        for (Unit unit : topology.units()) {
            processes.put(
                    unit.name(), new UnitProcess(unit, logs.resolve(unit.name() + ".log"), files));
        }
    }

    /// Starts every process and returns when all are ready. They end with this program, however
    /// that ends, unless [#leaveRunning] was called.
    public static Fleet start(FleetOptions options) {
        return start(options, IntUnaryOperator.identity());
    }

    /// The same, with programs that reach each other and their servers at other ports than where
    /// those listen: `way` gives one for the other.
    public static Fleet start(FleetOptions options, IntUnaryOperator way) {
        Fleet fleet = new Fleet(options, System.getenv(), way);
        FleetStart start = new FleetStart(fleet, new Progress(options.quiet()));
        start.refuseConflicts();
        Runtime.getRuntime().addShutdownHook(new Thread(fleet::closeUnlessLeft, "stop"));
        start.run();
        return fleet;
    }

    /// The copy that runs already with these options; starts nothing.
    public static Fleet running(FleetOptions options) {
        return new Fleet(options, System.getenv(), IntUnaryOperator.identity());
    }

    /// Where clients call.
    public URI gateway() {
        return program(Topology.GATEWAY);
    }

    /// Where a program itself listens.
    public URI program(String name) {
        return URI.create("http://127.0.0.1:" + process(name).unit().port());
    }

    /// Where a program shows health and metrics.
    public URI management(String name) {
        return URI.create("http://127.0.0.1:" + process(name).unit().ports().getLast());
    }

    /// Ends a program as a crash would (SIGKILL); returns when it is gone.
    public void kill(String name) {
        process(name).kill();
    }

    /// The process stands still and does not know it, as a machine under swap or a paused container
    /// does, until it is thawed.
    public void freeze(String name) {
        process(name).signal("STOP");
    }

    public void thaw(String name) {
        process(name).signal("CONT");
    }

    /// Ends a program gracefully.
    public void stop(String name) {
        process(name).stop();
    }

    /// Ends a program if it lives, starts it and returns when it is ready.
    public void restart(String name) {
        restart(name, Map.of());
    }

    /// The same with other settings of the environment, until it is started without them again.
    public void restart(String name, Map<String, String> settings) {
        process(name).stop();
        process(name).start(settings);
    }

    /// True while its process lives.
    public boolean alive(String name) {
        return process(name).alive().isPresent();
    }

    /// Names of the instances of a program, `[order-service, order-service-2]`.
    public List<String> instances(String program) {
        return processes.keySet().stream()
                .filter(name -> name.equals(program) || name.matches(program + "-\\d"))
                .toList();
    }

    /// Names of all processes in starting order.
    public List<String> names() {
        return List.copyOf(processes.keySet());
    }

    /// The address of the store without a database.
    public String mongodbUri() {
        return topology.direct().mongodb();
    }

    /// Which store it is.
    public StoreKind storeKind() {
        return topology.storeChoice().kind();
    }

    /// The environment a program was started with, for its database's name and the like.
    public Map<String, String> environment(String name) {
        return process(name).unit().environment();
    }

    /// What a client of this copy is told by environment: addresses and the first operator.
    public Map<String, String> clientEnvironment() {
        Map<String, String> client = new LinkedHashMap<>(KeyEnvironment.service(keys));
        client.putAll(KeyEnvironment.signer(keys));
        client.put("XINQUN_GATEWAY_URL", gateway().toString());
        client.put("XINQUN_WECHAT_BASE_URL", wechat().toString());
        client.put("XINQUN_KAFKA", kafka());
        client.put("XINQUN_DIRECTORY", directory().toString());
        return client;
    }

    /// Bootstrap servers of the broker.
    public String kafka() {
        return topology.direct().kafka();
    }

    /// Address of Redis.
    public String redisUrl() {
        return topology.direct().redis();
    }

    /// Address of the WeChat simulator.
    public URI wechat() {
        return URI.create(topology.direct().wechat());
    }

    /// The folder of this copy.
    public Path directory() {
        return options.directory();
    }

    /// Keys and secrets of this copy, among them the first operator's password.
    public LocalKeys keys() {
        return keys;
    }

    /// An access token with one role.
    public String token(Enum<?> role, String account) {
        return token(role.name(), account);
    }

    /// An access token with one role; a supplier's account acts for the supplier of that name.
    public String token(String role, String account) {
        String name = role.toLowerCase(Locale.ROOT);
        Map<String, String> claims =
                name.equals("supplier") ? Map.of("supplier", account) : Map.of();
        return tokens.access(account, List.of(name), claims, TOKEN_LIFE);
    }

    /// Signs any other token.
    public AccessTokens tokens() {
        return tokens;
    }

    /// How it is, at a glance; who is away is not waited for.
    public Report status() {
        return new Status(options).report();
    }

    /// What each living process holds of the machine's memory, in MiB.
    public Map<String, Long> memory() {
        Map<String, Long> memory = new LinkedHashMap<>();
        processes.forEach((name, process) ->
                process.alive()
                        .ifPresent(alive -> memory.put(name, ProcessMemory.mebibytes(alive))));
        return memory;
    }

    /// Names of the processes that run what is built here.
    public List<String> programs() {
        return processes.keySet().stream().filter(Topology.PROGRAMS::contains).toList();
    }

    /// Makes the start-up caches that are missing, of a copy that is started for it; takes minutes.
    public void makeStartupCaches() {
        new Training(this, new Progress(options.quiet())).run();
    }

    /// The next start is one without them.
    public void forgetStartupCaches() {
        startupCaches().values().forEach(StartupCache::forget);
    }

    /// Of each process that can have one, by its name, whether it exists or not.
    Map<String, StartupCache> startupCaches() {
        Map<String, StartupCache> caches = new LinkedHashMap<>();
        processes.forEach((name, process) ->
                StartupCache.of(process.unit().command().get())
                        .ifPresent(cache -> caches.put(name, cache)));
        return caches;
    }

    /// The processes outlive this program.
    public void leaveRunning() {
        left = true;
    }

    /// The second pass meets what was just starting.
    private void closeUnlessLeft() {
        if (!left) {
            close();
            close();
        }
    }

    /// Stops everything that this copy started, in reverse order, and nothing else.
    @Override
    public void close() {
        new FleetStop(options.directory(), new Progress(options.quiet())).run();
    }

    FleetOptions options() {
        return options;
    }

    Topology topology() {
        return topology;
    }

    ProcessFiles files() {
        return files;
    }

    List<UnitProcess> processes() {
        return List.copyOf(processes.values());
    }

    private UnitProcess process(String name) {
        UnitProcess process = processes.get(name);
        if (process == null) {
            throw new LaunchProblem("There is no " + name + "; there are " + names() + ".");
        }
        return process;
    }
}
