package io.xinqun.local.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import io.xinqun.local.infrastructure.StoreChoice;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PlatformIT {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    static Stream<StoreChoice> stores() {
        return StoreChoice.available(System.getenv());
    }

    @ParameterizedTest
    @MethodSource("stores")
    void every_store_of_this_machine_does_what_the_code_may_use(
            StoreChoice choice, @TempDir Path directory) {
        String uri = Servers.startStore(choice, directory.resolve("store"));
        try (MongoClient client = MongoClients.create(uri)) {
            Document hello =
                    Mono.from(client.getDatabase("admin").runCommand(new Document("hello", 1)))
                            .block(LIMIT);
            assertThat(hello).containsEntry("ok", 1.0);
            aConditionalWriteHappensOnce(client.getDatabase("t").getCollection("things"));
        }
    }

    private static void aConditionalWriteHappensOnce(MongoCollection<Document> things) {
        Document condition = new Document("_id", "a").append("version", 1L);
        Document change = new Document("$set", new Document("version", 2L));
        Mono.from(things.insertOne(new Document("_id", "a").append("version", 1L))).block(LIMIT);
        List<Long> modified =
                Flux.range(0, 4)
                        .flatMap(i -> things.updateOne(condition, change))
                        .map(result -> result.getModifiedCount())
                        .collectSortedList()
                        .block(LIMIT);
        assertThat(modified).containsExactly(0L, 0L, 0L, 1L);
    }

    @Test
    void the_broker_keeps_records_and_refuses_topics_nobody_declared() throws Exception {
        Map<String, Object> address = Map.of("bootstrap.servers", Platform.shared().kafka());
        String topic = Platform.shared().kafkaPrefix(PlatformIT.class) + "facts";
        try (Admin admin = Admin.create(address)) {
            admin.createTopics(List.of(new NewTopic(topic, 2, (short) 1))).all().get();
            assertThat(produceAndRead(address, topic)).isEqualTo("fact");
            assertThat(admin.listTopics().names().get())
                    .contains(topic)
                    .doesNotContain(topic + "-unknown");
        }
    }

    private static String produceAndRead(Map<String, Object> address, String topic)
            throws Exception {
        byte[] fact = "fact".getBytes(StandardCharsets.UTF_8);
        try (var producer =
                        new KafkaProducer<>(
                                address, new StringSerializer(), new ByteArraySerializer());
                var consumer =
                        new KafkaConsumer<>(
                                with(address, topic),
                                new StringDeserializer(),
                                new ByteArrayDeserializer())) {
            producer.send(new ProducerRecord<>(topic, "key", fact)).get();
            consumer.subscribe(List.of(topic));
            for (ConsumerRecord<String, byte[]> record : consumer.poll(LIMIT)) {
                return new String(record.value(), StandardCharsets.UTF_8);
            }
            return "nothing";
        }
    }

    private static Map<String, Object> with(Map<String, Object> address, String group) {
        Map<String, Object> settings = new java.util.HashMap<>(address);
        settings.put("group.id", group);
        settings.put("auto.offset.reset", "earliest");
        return settings;
    }

    @Test
    void a_test_class_has_names_and_a_redis_database_of_its_own() {
        Map<String, String> mine = Platform.shared().environment(PlatformIT.class);
        Map<String, String> other = Platform.shared().environment(Platform.class);

        assertThat(mine).containsEntry("XINQUN_KAFKA", Platform.shared().kafka());
        for (String name :
                List.of("XINQUN_MONGODB_DATABASE", "XINQUN_KAFKA_PREFIX", "XINQUN_REDIS_URL")) {
            assertThat(mine.get(name)).isNotBlank().isNotEqualTo(other.get(name));
        }
        assertThat(Platform.shared().environment(PlatformIT.class)).isEqualTo(mine);
    }

    @Test
    void tokens_are_signed_by_the_published_key() throws Exception {
        SignedJWT token = SignedJWT.parse(Platform.shared().token("OPERATOR", "o1"));
        JWKSet published = JWKSet.load(Platform.shared().jwks().toFile());
        var key = published.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey();

        assertThat(key.isPrivate()).isFalse();
        assertThat(token.verify(new RSASSAVerifier(key))).isTrue();
        assertThat(token.getJWTClaimsSet().getStringListClaim("roles")).containsExactly("operator");
    }
}
