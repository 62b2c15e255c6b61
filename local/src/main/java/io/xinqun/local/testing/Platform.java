package io.xinqun.local.testing;

import io.xinqun.local.infrastructure.StoreKind;
import io.xinqun.local.keys.AccessTokens;
import io.xinqun.local.keys.KeyEnvironment;
import io.xinqun.local.keys.LocalKeys;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.test.context.DynamicPropertyRegistry;

/// A store, a real Kafka broker, a real Redis and the keys of one copy, for integration tests.
///
/// Started once per JVM, or taken from `./xinqun test` by the variables XINQUN_TEST_*. Every test
/// class has its own database, Kafka prefix and Redis database.
///
/// ```java
/// @DynamicPropertySource
/// static void platform(DynamicPropertyRegistry registry) {
///     Platform.shared().register(registry);
/// }
/// ```
public final class Platform {

    private static final Duration TOKEN_LIFE = Duration.ofHours(1);

    private final Servers servers;
    private final LocalKeys keys;
    private final AccessTokens tokens;
    private final Isolation isolation;

    private Platform(Servers servers, LocalKeys keys) {
        this.servers = servers;
        this.keys = keys;
        this.tokens = new AccessTokens(keys, Clock.systemUTC());
        this.isolation = new Isolation(servers.redisUrl());
    }

    /// The platform of this JVM, started by the first who asks.
    public static Platform shared() {
        return Holder.PLATFORM;
    }

    /// The address of the store without a database name.
    public String mongodbUri() {
        return servers.mongodbUri();
    }

    /// Which store it is: tests about durability or `explain` ask before they assume.
    public StoreKind storeKind() {
        return servers.storeKind();
    }

    /// Bootstrap servers of the broker.
    public String kafka() {
        return servers.kafka();
    }

    /// Address of Redis with database 0.
    public String redisUrl() {
        return servers.redisUrl();
    }

    /// The name of this test class's own database.
    public String database(Class<?> test) {
        return isolation.database(test);
    }

    /// What the kernel puts before every topic and consumer group of this test class.
    public String kafkaPrefix(Class<?> test) {
        return isolation.kafkaPrefix(test);
    }

    /// All keys and secrets of this copy.
    public LocalKeys keys() {
        return keys;
    }

    /// The public keys by which tokens are checked.
    public Path jwks() {
        return keys.jwks();
    }

    /// The private keys with which community-service signs.
    public Path signingKeys() {
        return keys.signingKeys();
    }

    /// The keys that encrypt personal data.
    public Path dataKeys() {
        return keys.dataKeys();
    }

    /// An access token of one hour for an account with one role, by its constant's name or
    /// otherwise, such as `token(Role.OPERATOR, "o1")`.
    public String token(Enum<?> role, String account) {
        return token(role.name(), account);
    }

    /// An access token of one hour for an account with one role, such as "consumer".
    public String token(String role, String account) {
        return tokens.access(account, List.of(role.toLowerCase(Locale.ROOT)), Map.of(), TOKEN_LIFE);
    }

    /// An access token of a supplier's account that may act for that supplier.
    public String supplierToken(String account, String supplier) {
        return tokens.access(
                account, List.of("supplier"), Map.of("supplier", supplier), TOKEN_LIFE);
    }

    /// Signs any token: expired ones, other roles, attribution tokens.
    public AccessTokens tokens() {
        return tokens;
    }

    /// Registers the addresses and keys for the test class that calls this.
    public void register(DynamicPropertyRegistry registry) {
        Class<?> caller =
                StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE).getCallerClass();
        register(registry, caller);
    }

    /// Registers the addresses and keys for a test class.
    public void register(DynamicPropertyRegistry registry, Class<?> test) {
        environment(test).forEach((name, value) -> registry.add(name, () -> value));
        registry.add("xinqun.kafka.prefix", () -> kafkaPrefix(test));
    }

    /// What the launcher would put into a program's environment, for this test class.
    public Map<String, String> environment(Class<?> test) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("XINQUN_PORT", "0");
        environment.put("XINQUN_MANAGEMENT_PORT", "0");
        environment.put("XINQUN_MONGODB_URI", mongodbUri());
        environment.put("XINQUN_MONGODB_DATABASE", database(test));
        environment.put("XINQUN_KAFKA", kafka());
        environment.put("XINQUN_KAFKA_PREFIX", kafkaPrefix(test));
        environment.put("XINQUN_REDIS_URL", isolation.redisUrl(test));
        environment.putAll(KeyEnvironment.of(keys));
        return environment;
    }

    /// The class is loaded, and so the platform started, by the first call.
    private static final class Holder {
        static final Platform PLATFORM = start();

        private static Platform start() {
            Servers servers = Servers.start(System.getenv());
            String shared = System.getenv().getOrDefault("XINQUN_TEST_KEYS", "");
            Path folder = shared.isEmpty() ? servers.directory().resolve("keys") : Path.of(shared);
            return new Platform(servers, LocalKeys.in(folder));
        }
    }
}
