package io.xinqun.kernel.outbox.mongo;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.xinqun.kernel.mongo.BlockingMongo;
import io.xinqun.kernel.outbox.Outbox;
import io.xinqun.kernel.outbox.OutboxLimits;
import io.xinqun.kernel.outbox.OutboxStore;
import io.xinqun.kernel.outbox.OutboxTemplate;
import io.xinqun.kernel.outbox.Waiting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.Document;
import reactor.core.publisher.Flux;

/// The outboxes of the documents of one MongoDB collection. Waits for the driver: it runs on
/// threads of its own.
public final class MongoOutboxStore implements OutboxStore {

    private static final String ID = "_id";
    private static final String AT = Outbox.FIELD + ".at";

    private final MongoCollection<Document> collection;
    private final int page;

    public MongoOutboxStore(MongoCollection<Document> collection, int page) {
        this.collection = collection;
        this.page = page;
    }

    /// With its index, which is sparse: documents without an outbox have no place in it.
    public static MongoOutboxStore open(MongoDatabase database, String collection) {
        MongoOutboxStore store =
                new MongoOutboxStore(
                        database.getCollection(collection), OutboxLimits.DEFAULT.page());
        store.createIndex();
        return store;
    }

    private void createIndex() {
        BlockingMongo.first(
                collection.createIndex(Indexes.ascending(AT), new IndexOptions().sparse(true)));
    }

    @Override
    public Backlog backlog(Instant before) {
        Document older = new Document(AT, new Document("$lt", Date.from(before)));
        Stream<List<Waiting>> pages =
                Flux.from(collection.find(older).projection(outboxOnly()).batchSize(page))
                        .map(Waiting::of)
                        .buffer(page)
                        .toStream(1);
        return new Pages(pages, pages.iterator());
    }

    private record Pages(Stream<List<Waiting>> stream, Iterator<List<Waiting>> pages)
            implements Backlog {

        @Override
        public List<Waiting> next() {
            return pages.hasNext() ? pages.next() : List.of();
        }

        @Override
        public void close() {
            stream.close();
        }
    }

    @Override
    public List<Waiting> read(Collection<String> documentIds) {
        Document filter = new Document(ID, new Document("$in", List.copyOf(documentIds)));
        return BlockingMongo.all(collection.find(filter).projection(outboxOnly())).stream()
                .map(Waiting::of)
                .filter(waiting -> !waiting.entries().isEmpty())
                .toList();
    }

    private static Document outboxOnly() {
        return new Document(Outbox.FIELD, 1).append(Outbox.TRACEPARENT, 1);
    }

    /// Entry ids are unique in the collection, so those of many documents go in one statement; only
    /// a template has the same id in all its documents and gets a statement of its own, or one
    /// document's acknowledgement would take out another's entry.
    @Override
    public void remove(List<PublishedEntry> published) {
        List<PublishedEntry> singles = new ArrayList<>();
        Map<String, List<PublishedEntry>> templates = new LinkedHashMap<>();
        for (PublishedEntry entry : published) {
            if (OutboxTemplate.isTemplate(entry.entryId())) {
                templates.computeIfAbsent(entry.entryId(), ignored -> new ArrayList<>()).add(entry);
            } else {
                singles.add(entry);
            }
        }
        pull(singles);
        templates.values().forEach(this::pull);
    }

    private void pull(List<PublishedEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        List<String> documents =
                entries.stream().map(PublishedEntry::documentId).distinct().toList();
        List<String> ids = entries.stream().map(PublishedEntry::entryId).distinct().toList();
        Document sent = new Document("id", new Document("$in", ids));
        BlockingMongo.first(
                collection.updateMany(
                        new Document(ID, new Document("$in", documents)),
                        new Document("$pull", new Document(Outbox.FIELD, sent))));
    }
}
