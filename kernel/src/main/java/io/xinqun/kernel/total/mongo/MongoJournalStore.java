package io.xinqun.kernel.total.mongo;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.xinqun.kernel.mongo.BlockingMongo;
import io.xinqun.kernel.total.Amounts;
import io.xinqun.kernel.total.Decision;
import io.xinqun.kernel.total.Item;
import io.xinqun.kernel.total.journal.Checkpoint;
import io.xinqun.kernel.total.journal.JournalEntry;
import io.xinqun.kernel.total.journal.JournalStore;
import io.xinqun.kernel.total.journal.SlotKey;
import io.xinqun.kernel.total.journal.Stored;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;

/// Journals in MongoDB. Waits for the driver: it runs on threads of its own.
///
/// Shape: one insert per touched slot decides; everything folded is written in a few statements.
/// Conditions are flat (`{_id, position: {$lt}}`), which every store answers from `_id`.
public final class MongoJournalStore implements JournalStore {

    private static final String BIRTH = "slots";

    private final TotalsCollections collections;

    /// Creates the indexes and checks the number of slots.
    public static MongoJournalStore open(MongoDatabase database, String name, int slots) {
        MongoJournalStore store = new MongoJournalStore(database, name);
        TotalsIndexes.create(store.collections);
        int born = store.bornWith(slots);
        if (born != slots) {
            throw new IllegalStateException(
                    name + " was born with " + born + " slots and cannot run with " + slots);
        }
        return store;
    }

    public MongoJournalStore(MongoDatabase database, String name) {
        this.collections = TotalsCollections.of(database, name);
    }

    @Override
    public int bornWith(int slots) {
        ConditionalWrites.insertAbsent(
                collections.birth(),
                List.of(new Document(Documents.ID, BIRTH).append(BIRTH, slots)));
        Document birth =
                BlockingMongo.first(
                        collections.birth().find(new Document(Documents.ID, BIRTH)).first());
        return birth == null ? slots : (int) Documents.number(birth.get(BIRTH));
    }

    @Override
    public Map<Integer, Checkpoint> checkpoints(Set<Integer> slots) {
        List<SlotKey> keys = slots.stream().map(slot -> new SlotKey(slot, "")).toList();
        return byId(collections.checkpoints(), keys).stream()
                .map(MongoJournalStore::checkpoint)
                .collect(Collectors.toMap(Checkpoint::slot, Function.identity()));
    }

    private static Checkpoint checkpoint(Document document) {
        return new Checkpoint(
                Documents.key(document).slot(),
                Documents.number(document.get(Documents.POSITION)),
                document.getDate(Documents.NEWEST).toInstant());
    }

    @Override
    public List<JournalEntry> journalAfter(int slot, long position, int limit) {
        return journalsAfter(Map.of(slot, position), limit).getOrDefault(slot, List.of());
    }

    @Override
    public Map<Integer, List<JournalEntry>> journalsAfter(Map<Integer, Long> positions, int limit) {
        return JournalReader.after(collections.journal(), positions, limit);
    }

    @Override
    public Map<SlotKey, Stored<Amounts>> totals(Set<SlotKey> ids) {
        return stored(byId(collections.totals(), ids), MongoJournalStore::amounts);
    }

    @Override
    public Map<SlotKey, Stored<Amounts>> totalsOf(int slot) {
        Document range =
                new Document("$gte", Documents.prefix(slot)).append("$lt", Documents.end(slot));
        return stored(
                BlockingMongo.all(collections.totals().find(new Document(Documents.ID, range))),
                MongoJournalStore::amounts);
    }

    private static Amounts amounts(Document document) {
        return Documents.amounts(document.get("amounts", Document.class));
    }

    @Override
    public Map<SlotKey, Stored<Item>> items(Set<SlotKey> keys) {
        return stored(byId(collections.items(), keys), Documents::item);
    }

    private static <T> Map<SlotKey, Stored<T>> stored(
            List<Document> documents, Function<Document, T> value) {
        Map<SlotKey, Stored<T>> stored = new HashMap<>();
        for (Document document : documents) {
            long position = Documents.number(document.get(Documents.POSITION));
            stored.put(Documents.key(document), new Stored<>(position, value.apply(document)));
        }
        return stored;
    }

    @Override
    public Map<SlotKey, Decision> decisions(Set<SlotKey> commandIds) {
        Map<SlotKey, Decision> decisions = new HashMap<>();
        byId(collections.decisions(), commandIds)
                .forEach(found -> decisions.put(Documents.key(found), Documents.decision(found)));
        return decisions;
    }

    private static List<Document> byId(
            MongoCollection<Document> collection, Collection<SlotKey> keys) {
        List<String> ids = keys.stream().map(Documents::id).toList();
        return BlockingMongo.all(
                collection.find(new Document(Documents.ID, new Document("$in", ids))));
    }

    @Override
    public Set<Integer> append(List<JournalEntry> entries) {
        Set<Integer> taken = new HashSet<>();
        ConditionalWrites.insertAbsent(
                        collections.journal(), entries.stream().map(Documents::document).toList())
                .forEach(index -> taken.add(entries.get(index).slot()));
        return taken;
    }

    @Override
    public void foldDecisions(Collection<JournalEntry> entries) {
        List<Document> documents = new ArrayList<>();
        for (JournalEntry entry : entries) {
            for (int i = 0; i < entry.decisions().size(); i++) {
                documents.add(FoldedDocuments.decision(entry, i));
            }
        }
        ConditionalWrites.insertAbsent(collections.decisions(), documents);
    }

    @Override
    public void foldTotals(Map<SlotKey, Stored<Amounts>> totals) {
        Map<SlotKey, Document> values = new HashMap<>();
        totals.forEach((key, stored) -> values.put(key, FoldedDocuments.total(key, stored)));
        ConditionalWrites.setForward(collections.totals(), values, true);
    }

    /// Most items are new: they are inserted together, and only those that were there are updated.
    @Override
    public void foldItems(Map<SlotKey, Stored<Item>> items) {
        List<Map.Entry<SlotKey, Stored<Item>>> list = List.copyOf(items.entrySet());
        List<Document> inserts = new ArrayList<>();
        list.forEach(item -> {
            Document insert = new Document(Documents.ID, Documents.id(item.getKey()));
            insert.putAll(FoldedDocuments.item(item.getKey(), item.getValue()));
            inserts.add(insert);
        });
        Map<SlotKey, Document> present = new HashMap<>();
        for (int index : ConditionalWrites.insertAbsent(collections.items(), inserts)) {
            SlotKey key = list.get(index).getKey();
            present.put(key, FoldedDocuments.item(key, list.get(index).getValue()));
        }
        ConditionalWrites.setForward(collections.items(), present, false);
    }

    @Override
    public void advance(Collection<Checkpoint> checkpoints) {
        Map<SlotKey, Document> values = new HashMap<>();
        checkpoints.forEach(checkpoint ->
                values.put(
                        new SlotKey(checkpoint.slot(), ""),
                        FoldedDocuments.checkpoint(checkpoint)));
        ConditionalWrites.setForward(collections.checkpoints(), values, true);
    }
}
