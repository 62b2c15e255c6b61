package io.xinqun.local.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.xinqun.kernel.event.Actor;
import io.xinqun.kernel.outbox.Outbox;
import io.xinqun.kernel.outbox.OutboxEntry;
import io.xinqun.kernel.outbox.OutboxStore;
import io.xinqun.kernel.outbox.OutboxStore.PublishedEntry;
import io.xinqun.kernel.outbox.OutboxTemplate;
import io.xinqun.kernel.outbox.Waiting;
import io.xinqun.kernel.outbox.mongo.MongoOutboxStore;
import io.xinqun.local.testing.Platform;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MongoOutboxStoreIT {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static MongoClient client;

    private MongoCollection<Document> orders;
    private MongoOutboxStore store;

    @BeforeAll
    static void connect() {
        client = MongoClients.create(Platform.shared().mongodbUri());
    }

    @AfterAll
    static void disconnect() {
        client.close();
    }

    @BeforeEach
    void open() {
        MongoDatabase database =
                client.getDatabase(Platform.shared().database(MongoOutboxStoreIT.class));
        String collection = "orders" + System.nanoTime();
        orders = database.getCollection(collection);
        store = MongoOutboxStore.open(database, collection);
    }

    @Test
    void an_entry_comes_back_as_it_was_written() {
        OutboxEntry full =
                new OutboxEntry(
                        "o1:1",
                        "order.events.v1",
                        "o1",
                        "order.placed.v1",
                        1,
                        "cause",
                        new Actor("a1", "consumer"),
                        "00-trace-01",
                        NOON,
                        bytes("{\"a\":1}"));
        insert("o1", full);
        OutboxEntry read = store.read(List.of("o1", "none")).getFirst().entries().getFirst();
        assertThat(read).usingRecursiveComparison().isEqualTo(full);
    }

    @Test
    void a_walk_finds_every_document_with_an_older_entry() {
        for (int i = 0; i < 1_203; i++) {
            insert("o" + i, entry("o" + i, 1, NOON));
        }
        insert("young", entry("young", 1, NOON.plusSeconds(60)));
        insert("none");
        List<String> seen = new ArrayList<>();
        try (OutboxStore.Backlog walk = store.backlog(NOON.plusSeconds(1))) {
            for (List<Waiting> page = walk.next(); !page.isEmpty(); page = walk.next()) {
                page.forEach(waiting -> seen.add(waiting.documentId()));
            }
        }
        assertThat(seen).hasSize(1_203).doesNotHaveDuplicates().doesNotContain("young", "none");
    }

    @Test
    void a_walk_may_be_left_in_the_middle() {
        for (int i = 0; i < 600; i++) {
            insert("o" + i, entry("o" + i, 1, NOON));
        }
        try (OutboxStore.Backlog walk = store.backlog(NOON.plusSeconds(1))) {
            assertThat(walk.next()).isNotEmpty();
        }
        assertThat(store.read(List.of("o1"))).hasSize(1);
    }

    @Test
    void only_what_was_published_is_taken_out() {
        insert("o1", entry("o1", 1, NOON), entry("o1", 2, NOON));
        insert("o2", entry("o2", 1, NOON));
        store.remove(List.of(new PublishedEntry("o1", "o1:1"), new PublishedEntry("o2", "o2:1")));
        assertThat(ids("o1")).containsExactly("o1:2");
        assertThat(ids("o2")).isEmpty();
    }

    @Test
    void a_template_is_taken_out_only_where_it_was_published() {
        Document second = template(2).toDocument();
        Document third = template(3).toDocument();
        insert("o1");
        insert("o2");
        Document both = new Document("$each", List.of(second, third));
        Mono.from(
                        orders.updateMany(
                                new Document(),
                                new Document("$push", new Document(Outbox.FIELD, both))))
                .block();
        String idOfSecond = second.getString("id");
        String idOfThird = third.getString("id");
        store.remove(
                List.of(
                        new PublishedEntry("o1", idOfSecond),
                        new PublishedEntry("o1", idOfThird),
                        new PublishedEntry("o2", idOfSecond)));
        assertThat(ids("o1")).isEmpty();
        assertThat(ids("o2")).containsExactly(idOfThird);
    }

    @Test
    void a_template_is_published_in_the_trace_in_which_its_document_came_to_be() {
        String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        List<Document> waiting =
                List.of(entry("o1", 1, NOON).toDocument(), template(2).toDocument());
        Document document =
                new Document("_id", "o1")
                        .append(Outbox.TRACEPARENT, trace)
                        .append(Outbox.FIELD, waiting);
        Mono.from(orders.insertOne(document)).block();
        assertThat(store.read(List.of("o1")).getFirst().entries())
                .extracting(OutboxEntry::traceparent)
                .containsExactly(null, trace);
    }

    private static OutboxTemplate template(long sequence) {
        return new OutboxTemplate(
                "order.events.v1", "order.accepted.v1", sequence, null, null, NOON, "{}");
    }

    private static OutboxEntry entry(String order, long sequence, Instant at) {
        return new OutboxEntry(
                order + ":" + sequence,
                "order.events.v1",
                order,
                "order.placed.v1",
                sequence,
                null,
                null,
                null,
                at,
                bytes("{}"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void insert(String id, OutboxEntry... entries) {
        Document document =
                new Document("_id", id).append(Outbox.FIELD, Outbox.documents(List.of(entries)));
        Mono.from(orders.insertOne(document)).block();
    }

    private List<String> ids(String id) {
        return Flux.from(orders.find(Filters.eq("_id", id)))
                .flatMapIterable(found -> found.getList(Outbox.FIELD, Document.class))
                .map(entry -> entry.getString("id"))
                .collectList()
                .block();
    }
}
