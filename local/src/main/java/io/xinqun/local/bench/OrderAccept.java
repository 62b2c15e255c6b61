package io.xinqun.local.bench;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.xinqun.local.launcher.Fleet;
import io.xinqun.local.launcher.FleetOptions;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.bson.types.Binary;
import reactor.core.publisher.Mono;

/// P3: orders that order-service accepts durably over HTTP, against raw journaled inserts of the
/// same documents and records of the same bytes.
///
/// Units: accepts a second at 64 connections, each answered when the order and its outbox are
/// durable, warmed for two minutes, medians of alternating rounds. The articles need no stock, so
/// that no round leaves work behind that slows the other side's.
final class OrderAccept implements BenchMain.Benchmark {

    private static final int CONNECTIONS = 64;
    private static final int ROUNDS = 7;
    private static final Duration WARM_UP = Duration.ofMinutes(2);
    private static final Duration RAW_WARM_UP = Duration.ofSeconds(20);
    private static final Duration ROUND = Duration.ofSeconds(8);
    private static final int PORT_OFFSET = 9_000;
    private static final int BUYERS = 64;
    private static final int ARTICLES = 50;
    private static final int ACCEPTED = 201;

    /// `order.placed` and `order.accepted`.
    private static final int EVENTS_OF_AN_ORDER = 2;

    private static final String RAW_TOPIC = "bench.raw";

    /// As many as the topic of the orders has.
    private static final int PARTITIONS = 8;

    private final AtomicLong orders = new AtomicLong();

    @Override
    public String run() throws Exception {
        Path directory = Files.createTempDirectory("xinqun-bench");
        FleetOptions options =
                new FleetOptions(directory, PORT_OFFSET, Map.of(), true, false).withBothCompilers();
        try (Fleet fleet = Fleet.start(options);
                MongoClient client = MongoClients.create(fleet.mongodbUri());
                Producer<String, byte[]> producer = producer(fleet)) {
            List<String> skus = Shelf.filled(fleet, ARTICLES);
            URI service = fleet.program("order-service");
            HttpLoad load = new HttpLoad(service, CONNECTIONS, orders(fleet, service, skus));
            report(load.run(Duration.ofSeconds(3)));
            byte[] event = Published.of(fleet.kafka(), "order.events.v1", EVENTS_OF_AN_ORDER);
            Document sample = sample(fleet, client, event);
            createTopic(fleet);
            RawInserts raw = new RawInserts(rawCollection(client), producer, RAW_TOPIC);
            Rounds rounds = new Rounds();
            load.run(WARM_UP);
            raw.run(sample, event, CONNECTIONS, RAW_WARM_UP);
            for (int i = 0; i < ROUNDS; i++) {
                rounds.add(
                        () -> accepted(load.run(ROUND)),
                        () -> raw.run(sample, event, CONNECTIONS, ROUND));
            }
            return rounds.line("P3", "raw");
        }
    }

    private static void report(HttpLoad.Answers answers) {
        if (answers.perSecond(ACCEPTED) == 0) {
            throw new IllegalStateException("no order was accepted: " + answers.byStatus());
        }
    }

    private static double accepted(HttpLoad.Answers answers) {
        if (answers.others(ACCEPTED) > 0) {
            throw new IllegalStateException("not only accepts: " + answers.byStatus());
        }
        return answers.perSecond(ACCEPTED);
    }

    private Supplier<byte[]> orders(Fleet fleet, URI service, List<String> skus) {
        List<String> tokens =
                IntStream.range(0, BUYERS)
                        .mapToObj(i -> fleet.token("consumer", "bench-buyer-" + i))
                        .toList();
        List<byte[]> bodies = skus.stream().map(Shelf::order).toList();
        String run = Long.toString(System.nanoTime(), Character.MAX_RADIX);
        return () -> {
            long number = orders.incrementAndGet();
            Map<String, String> headers = new HashMap<>();
            headers.put("Authorization", "Bearer " + tokens.get((int) (number % BUYERS)));
            headers.put("Idempotency-Key", run + "-" + number);
            byte[] body = bodies.get((int) (number % bodies.size()));
            return HttpLoad.post(service, "/api/v1/orders", headers, body);
        };
    }

    /// An order as it was inserted: its outbox, which has been published and cleared since, is put
    /// back from what was published.
    private static Document sample(Fleet fleet, MongoClient client, byte[] published) {
        MongoDatabase database =
                client.getDatabase(
                        fleet.environment("order-service")
                                .getOrDefault("XINQUN_MONGODB_DATABASE", "xinqun-order"));
        Document order = Mono.from(database.getCollection("orders").find().first()).block();
        if (order == null) {
            throw new IllegalStateException("no order was stored");
        }
        order.put("outbox", List.of(new Document("data", new Binary(published))));
        return order;
    }

    private static void createTopic(Fleet fleet) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", fleet.kafka()))) {
            admin.createTopics(List.of(new NewTopic(RAW_TOPIC, PARTITIONS, (short) 1))).all().get();
        }
    }

    private static MongoCollection<Document> rawCollection(MongoClient client) {
        return client.getDatabase("xinqun-bench").getCollection("raw");
    }

    private static Producer<String, byte[]> producer(Fleet fleet) {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers", fleet.kafka(),
                        "acks", "all",
                        "enable.idempotence", "true",
                        "linger.ms", "5",
                        "compression.type", "lz4"),
                new StringSerializer(),
                new ByteArraySerializer());
    }
}
