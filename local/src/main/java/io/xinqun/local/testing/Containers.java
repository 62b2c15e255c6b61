package io.xinqun.local.testing;

import com.redis.testcontainers.RedisContainer;
import io.xinqun.local.infrastructure.StoreKind;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.mongodb.MongoDBContainer;
import org.testcontainers.utility.DockerImageName;

/// The same platform on the images of production, where a Docker engine answers and it is wanted.
final class Containers {

    private static final String MONGODB = "mongo:8.0";
    private static final String KAFKA = "apache/kafka:4.2.1";
    private static final String REDIS = "redis:7.4";

    private Containers() {}

    static boolean wanted(Map<String, String> environment) {
        return "1".equals(environment.get("XINQUN_TEST_CONTAINERS"))
                && DockerClientFactory.instance().isDockerAvailable();
    }

    /// Testcontainers ends them with this JVM.
    static Servers start(Path directory) {
        MongoDBContainer mongodb =
                new MongoDBContainer(DockerImageName.parse(MONGODB)).withReplicaSet();
        KafkaContainer kafka = new KafkaContainer(DockerImageName.parse(KAFKA));
        RedisContainer redis = new RedisContainer(DockerImageName.parse(REDIS));
        Startables.deepStart(Stream.of(mongodb, kafka, redis)).join();
        return new Servers(
                directory,
                StoreKind.GIVEN,
                mongodb.getConnectionString() + "/?directConnection=true",
                kafka.getBootstrapServers(),
                redis.getRedisURI());
    }
}
