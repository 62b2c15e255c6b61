package io.xinqun.order.testing;

import io.xinqun.kernel.event.Event;
import io.xinqun.kernel.event.EventCodec;
import io.xinqun.kernel.event.EventJson;
import io.xinqun.local.testing.Platform;
import io.xinqun.local.wechat.SimulatorSettings;
import io.xinqun.local.wechat.WechatControl;
import io.xinqun.local.wechat.WechatKeys;
import io.xinqun.local.wechat.WechatSimulator;
import io.xinqun.order.testing.Instance.Reply;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// What is around order-service in a test: topics of the others, an owner of stock, a WeChat, and a
/// buyer's view over HTTP. One per test class.
public final class World implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    public final StockOwner stock;
    public final WechatControl wechat;
    public final Platform platform = Platform.shared();
    private final Class<?> test;
    private final String prefix;
    private final KafkaProducer<String, byte[]> producer;
    private final ConsumerGroups groups;
    private final WechatSimulator simulator;
    private final List<Instance> instances = new ArrayList<>();
    private final List<Event> told = new CopyOnWriteArrayList<>();
    private final int port;
    private volatile boolean closing;

    public World(Class<?> test) throws Exception {
        this.test = test;
        this.prefix = platform.kafkaPrefix(test);
        this.port = freePort();
        topics();
        this.producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", platform.kafka(), "linger.ms", "1"),
                        new StringSerializer(),
                        new ByteArraySerializer());
        this.groups = new ConsumerGroups(platform.kafka(), prefix);
        this.stock = new StockOwner(platform.kafka(), prefix, producer);
        this.simulator =
                WechatSimulator.start(
                        new SimulatorSettings(
                                0,
                                Files.createTempDirectory("wechat"),
                                WechatKeys.from(platform.environment(test)),
                                1000),
                        Clock.systemUTC());
        this.wechat = new WechatControl(simulator.address());
        Thread.ofPlatform().daemon().name("order-events").start(this::listen);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void topics() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", platform.kafka()))) {
            admin.createTopics(
                            Stream.of(
                                            "catalog.offer.v1",
                                            "catalog.stock-command.v1",
                                            "catalog.stock-outcome.v1",
                                            "community.curator.v1",
                                            "community.community.v1",
                                            "community.binding.v1",
                                            "commission.plan.v1",
                                            "order.events.v1")
                                    .map(name -> new NewTopic(prefix + name, 8, (short) 1))
                                    .toList())
                    .all()
                    .get();
        }
    }

    /// The first instance gets the notifications of WeChat. Returns when its consumers have their
    /// partitions: until then an answer of the stock may take seconds.
    public Instance start(Map<String, String> more) {
        Map<String, String> settings = new LinkedHashMap<>(platform.environment(test));
        settings.put("XINQUN_PORT", instances.isEmpty() ? Integer.toString(port) : "0");
        settings.put("XINQUN_WECHAT_BASE_URL", simulator.address());
        settings.put(
                "XINQUN_WECHAT_NOTIFY_URL",
                "http://localhost:" + port + "/api/v1/payments/wechat/notifications");
        settings.put("xinqun.order.sweep-every", "200ms");
        settings.putAll(more);
        Instance instance = Instance.start(settings, platform);
        instances.add(instance);
        groups.awaitMembers("order-stock-outcomes", 4 * instances.size());
        groups.awaitMembers("order-read-models", 2 * instances.size());
        return instance;
    }

    public void tell(String topic, String key, String type, long sequence, Object data) {
        Event event =
                new Event(
                        key + ":" + sequence,
                        type,
                        "test",
                        key,
                        sequence,
                        null,
                        null,
                        null,
                        Instant.now(),
                        data instanceof byte[] bytes ? bytes : EventJson.write(data));
        producer.send(EventCodec.toRecord(prefix + topic, key, event));
        producer.flush();
    }

    /// A product of one SKU on sale with the stock; returns the SKU.
    public String sell(String kind, long directFen, long stockCount) {
        String sku = "sku-" + UUID.randomUUID().toString().substring(0, 8);
        offer(sku, kind, "on-sale", directFen, 1);
        stock.stock(unit(sku), stockCount);
        return sku;
    }

    /// The same, once order-service knows it.
    public String onSale(String kind, long directFen, long stockCount) {
        String sku = sell(kind, directFen, stockCount);
        String quote = "{\"lines\":[{\"skuId\":\"" + sku + "\",\"quantity\":1}]}";
        Instance one = instances.getFirst();
        await(
                "the offer is known",
                () -> one.post("who", "/api/v1/quotes", null, quote).status() == 200);
        return sku;
    }

    /// Asks for a payment; its number at WeChat.
    public String paymentNumber(String buyer, String orderId) {
        Reply reply = instances.getFirst().pay(buyer, orderId);
        if (reply.status() != 201) {
            throw new AssertionError("no payment: " + reply.raw().body());
        }
        return wechat.numberOf(reply.text("package"));
    }

    public void offer(String sku, String kind, String state, long directFen, long version) {
        Map<String, Object> article = new LinkedHashMap<>();
        article.put("skuId", sku);
        article.put("supplierSku", "S-" + sku);
        if (kind.equals("goods")) {
            article.put("stockUnit", unit(sku));
        }
        article.put("supplyFen", directFen / 2);
        article.put("directFen", directFen);
        article.put("curatorFen", directFen - 100);
        article.put("maxPerOrder", 20);
        tell(
                "catalog.offer.v1",
                "p-" + sku,
                "catalog.offer.v1",
                version,
                Map.of(
                        "productId",
                        "p-" + sku,
                        "supplierId",
                        "s-1",
                        "name",
                        "五常大米",
                        "kind",
                        kind,
                        "categoryPath",
                        List.of("食品", "粮油"),
                        "state",
                        state,
                        "afterSaleDays",
                        7,
                        "skus",
                        List.of(article),
                        "updatedAt",
                        Instant.now().toString()));
    }

    public static String unit(String sku) {
        return sku + ":main:base";
    }

    /// The events of an order in the order in which they first stood on the topic. With two
    /// instances one may be told twice, because who writes publishes what was not published yet; a
    /// copy that says something else is an error.
    public List<Event> told(String orderId) {
        Map<String, Event> once = new LinkedHashMap<>();
        told.stream()
                .filter(event -> event.subject().equals(orderId))
                .forEach(event -> once.merge(event.id(), event, World::copy));
        return List.copyOf(once.values());
    }

    private static Event copy(Event first, Event again) {
        if (!Arrays.equals(first.data(), again.data()) || first.sequence() != again.sequence()) {
            throw new AssertionError(first.id() + " was told in two ways");
        }
        return first;
    }

    public List<String> types(String orderId) {
        return told(orderId).stream().map(Event::type).toList();
    }

    private void listen() {
        try (var consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                platform.kafka(),
                                "group.id",
                                prefix + "test-listener",
                                "auto.offset.reset",
                                "earliest"),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(prefix + "order.events.v1"));
            while (!closing) {
                consumer.poll(Duration.ofMillis(50))
                        .forEach(record -> told.add(EventCodec.fromRecord(record)));
            }
        }
    }

    public static void await(String what, BooleanSupplier condition) {
        Instant limit = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(limit)) {
                throw new AssertionError("not within " + PATIENCE + ": " + what);
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }
    }

    @Override
    public void close() throws Exception {
        closing = true;
        instances.forEach(Instance::close);
        stock.close();
        producer.close();
        groups.close();
        simulator.close();
    }
}
