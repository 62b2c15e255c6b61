package io.xinqun.local.story.evidence;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.xinqun.local.launcher.Fleet;
import io.xinqun.local.story.client.StoryFailure;
import io.xinqun.local.story.client.Waiting;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.bson.Document;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/// Looks into the store itself, past all programs, and changes nothing.
public final class StoreLook implements AutoCloseable {
    private final MongoClient client;
    private final Map<String, String> databases = new TreeMap<>();

    private StoreLook(Fleet fleet) {
        client = MongoClients.create(fleet.mongodbUri());
        for (String program : Fleet.SERVICES) {
            databases.put(
                    program,
                    fleet.environment(program)
                            .getOrDefault(
                                    "XINQUN_MONGODB_DATABASE",
                                    "xinqun-" + program.replace("-service", "")));
        }
    }

    public static StoreLook of(Fleet fleet) {
        return new StoreLook(fleet);
    }

    public boolean hasOrder(String order) {
        return !all(orders().getCollection("orders").find(new Document("_id", order))).isEmpty();
    }

    /// Orders with something in their outbox that has not been sent.
    public long unsentOrders() {
        Document unsent = new Document("outbox.0", new Document("$exists", true));
        return all(orders().getCollection("orders").find(unsent)).size();
    }

    /// The trace of every ledger entry of an order, by the entry's id; "" where there is none.
    public Map<String, String> ledgerTraces(String order) {
        Map<String, String> traces = new TreeMap<>();
        MongoDatabase database =
                client.getDatabase(
                        databases.getOrDefault("commission-service", "xinqun-commission"));
        all(database.getCollection("ledger.decisions").find(new Document("facts.orderId", order)))
                .forEach(entry -> {
                    String trace = entry.getString("traceparent");
                    traces.put(entry.getString("command"), trace == null ? "" : trace);
                });
        return traces;
    }

    /// What every collection holds: the number of its documents and a sum over their contents.
    public Map<String, String> contents() {
        Map<String, String> contents = new TreeMap<>();
        databases.forEach((program, name) -> {
            MongoDatabase database = client.getDatabase(name);
            for (String collection : all(database.listCollectionNames())) {
                List<Document> documents = all(database.getCollection(collection).find());
                long sum = documents.stream().mapToLong(StoreLook::sum).sum();
                contents.put(
                        program + " " + collection,
                        documents.size() + " documents, sum " + Long.toHexString(sum));
            }
        });
        return contents;
    }

    /// The contents as soon as they stay the same.
    public Map<String, String> atRest(Duration limit) {
        return Waiting.until(
                "a system at rest",
                limit,
                () -> {
                    Map<String, String> first = contents();
                    Waiting.pause(700);
                    return first.equals(contents()) ? first : Map.<String, String>of();
                },
                contents -> !contents.isEmpty());
    }

    /// The collections that differ, with both contents.
    public static List<String> changed(Map<String, String> before, Map<String, String> after) {
        TreeMap<String, String> all = new TreeMap<>(before);
        all.putAll(after);
        return all.keySet().stream()
                .filter(name -> !String.valueOf(before.get(name)).equals(after.get(name)))
                .map(name -> name + ": " + before.get(name) + " → " + after.get(name))
                .toList();
    }

    /// 64 bits of a digest, so that documents can be added up in any order.
    private static long sum(Document document) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(document.toString().getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }

    @Override
    public void close() {
        client.close();
    }

    private MongoDatabase orders() {
        return client.getDatabase(databases.getOrDefault("order-service", "xinqun-order"));
    }

    private static <T> List<T> all(Publisher<T> publisher) {
        CompletableFuture<List<T>> found = Flux.from(publisher).collectList().toFuture();
        List<T> list = found.join();
        if (list == null) {
            throw new StoryFailure("the store answered nothing");
        }
        return list;
    }
}
