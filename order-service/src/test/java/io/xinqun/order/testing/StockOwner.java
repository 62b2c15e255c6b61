package io.xinqun.order.testing;

import io.xinqun.kernel.event.Event;
import io.xinqun.kernel.event.EventCodec;
import io.xinqun.kernel.event.EventJson;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/// A simple owner of stock behind the topics: a map, the same rules as the catalog's.
public final class StockOwner implements AutoCloseable {

    private final Map<String, Long> free = new ConcurrentHashMap<>();
    private final Map<String, Item> items = new ConcurrentHashMap<>();
    private final Map<String, Decided> decided = new LinkedHashMap<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final KafkaProducer<String, byte[]> producer;
    private final String prefix;
    private final Thread thread;
    private volatile boolean silent;
    private volatile boolean closing;

    StockOwner(String servers, String prefix, KafkaProducer<String, byte[]> producer) {
        this.producer = producer;
        this.prefix = prefix;
        this.thread = Thread.ofPlatform().name("stock-owner").start(() -> run(servers));
    }

    private record Item(String state, long quantity) {}

    private record Ask(
            String orderId, String unit, @Nullable Long quantity, @Nullable Instant expiresAt) {}

    private record Decided(
            String commandId,
            String verb,
            String orderId,
            String unit,
            @Nullable Long quantity,
            String outcome,
            long free) {}

    public void stock(String unit, long count) {
        free.put(unit, count);
    }

    public long free(String unit) {
        return free.getOrDefault(unit, 0L);
    }

    public long held(String unit, String state) {
        return items.entrySet().stream()
                .filter(each -> each.getKey().endsWith("|" + unit))
                .filter(each -> each.getValue().state().equals(state))
                .mapToLong(each -> each.getValue().quantity())
                .sum();
    }

    /// Ids of the commands that came, repeats too.
    public List<String> commands() {
        return List.copyOf(commands);
    }

    /// Takes commands and answers nothing; what was not answered is forgotten.
    public void beSilent(boolean now) {
        silent = now;
    }

    private void run(String servers) {
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers",
                        servers,
                        "group.id",
                        prefix + "stock-owner",
                        "auto.offset.reset",
                        "earliest",
                        "metadata.max.age.ms",
                        "1000");
        try (var consumer =
                new KafkaConsumer<>(
                        settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(prefix + "catalog.stock-command.v1"));
            while (!closing) {
                consumer.poll(Duration.ofMillis(50)).forEach(this::take);
            }
        }
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        Event event = EventCodec.fromRecord(record);
        commands.add(event.id());
        if (silent) {
            return;
        }
        Decided answer =
                decided.computeIfAbsent(
                        event.id(),
                        id -> decide(id, event.type(), EventJson.read(event, Ask.class)));
        Event told =
                new Event(
                        answer.commandId() + ":decided",
                        "stock.decided.v1",
                        "catalog-service",
                        answer.unit(),
                        0,
                        event.id(),
                        null,
                        null,
                        Instant.now(),
                        EventJson.write(answer));
        producer.send(
                EventCodec.toRecord(prefix + "catalog.stock-outcome.v1", answer.orderId(), told));
    }

    private Decided decide(String id, String type, Ask ask) {
        String key = ask.orderId() + "|" + ask.unit();
        Item item = items.get(key);
        String verb = type.split("\\.")[1];
        String outcome =
                switch (verb) {
                    case "reserve" -> reserve(key, item, ask);
                    case "confirm" -> confirm(key, item);
                    default -> release(key, item, ask);
                };
        return new Decided(
                id, verb, ask.orderId(), ask.unit(), ask.quantity(), outcome, free(ask.unit()));
    }

    private String reserve(String key, @Nullable Item item, Ask ask) {
        if (item != null) {
            return "refused";
        }
        if (free(ask.unit()) < ask.quantity()) {
            items.put(key, new Item("refused", 0));
            return "sold-out";
        }
        free.merge(ask.unit(), -ask.quantity(), Long::sum);
        items.put(key, new Item("held", ask.quantity()));
        return "reserved";
    }

    private String confirm(String key, @Nullable Item item) {
        if (item == null || !item.state().equals("held")) {
            return "refused";
        }
        items.put(key, new Item("sold", item.quantity()));
        return "confirmed";
    }

    private String release(String key, @Nullable Item item, Ask ask) {
        if (item == null) {
            items.put(key, new Item("released", 0));
            return "released";
        }
        if (!item.state().equals("held")) {
            return "no-op";
        }
        free.merge(ask.unit(), item.quantity(), Long::sum);
        items.put(key, new Item("released", 0));
        return "released";
    }

    List<String> states() {
        return new ArrayList<>(items.values().stream().map(Item::state).toList());
    }

    @Override
    public void close() throws InterruptedException {
        closing = true;
        thread.join();
    }
}
