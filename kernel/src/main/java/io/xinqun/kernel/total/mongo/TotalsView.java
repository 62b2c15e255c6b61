package io.xinqun.kernel.total.mongo;

import com.mongodb.client.model.Projections;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.xinqun.kernel.total.Item;
import io.xinqun.kernel.total.Slots;
import io.xinqun.kernel.total.journal.SlotKey;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Reads what was folded of a set of totals, for web answers and sweepers. A moment behind the
/// journal; whoever needs to decide sends a command.
public final class TotalsView {

    private final TotalsCollections collections;
    private final Slots slots;

    public TotalsView(MongoDatabase database, String name, Slots slots) {
        this.collections = TotalsCollections.of(database, name);
        this.slots = slots;
    }

    /// Empty when the total was never set.
    public Mono<StoredTotal> total(String id) {
        return Mono.from(collections.totals().find(byId(slotKey(id, id))).first())
                .map(TotalsView::total);
    }

    /// Those of the totals that were ever set, in one read.
    public Flux<StoredTotal> totals(Collection<String> ids) {
        List<String> keys = ids.stream().map(id -> Documents.id(slotKey(id, id))).toList();
        return Flux.from(
                        collections
                                .totals()
                                .find(new Document(Documents.ID, new Document("$in", keys))))
                .map(TotalsView::total);
    }

    /// All totals, slot by slot, read as a stream.
    public Flux<StoredTotal> all() {
        return Flux.from(collections.totals().find().sort(new Document(Documents.ID, 1)))
                .map(TotalsView::total);
    }

    /// All totals of a name that every slot has for itself (`deposit@0`, `deposit@1` …).
    public Flux<StoredTotal> pinned(String name) {
        List<String> ids =
                IntStream.range(0, slots.count())
                        .mapToObj(slot -> new SlotKey(slot, slots.pinned(name, slot)))
                        .map(Documents::id)
                        .toList();
        return Flux.from(
                        collections
                                .totals()
                                .find(new Document(Documents.ID, new Document("$in", ids))))
                .map(TotalsView::total);
    }

    public Mono<Item> item(String total, String key) {
        return Mono.from(collections.items().find(byId(slotKey(total, key))).first())
                .map(Documents::item);
    }

    public Flux<Item> items(String total) {
        return Flux.from(
                        collections
                                .items()
                                .find(new Document("total", total))
                                .sort(new Document(Documents.ID, 1)))
                .map(Documents::item);
    }

    /// The decisions that changed a total, newest first, those before the place of the cursor.
    public Flux<StoredDecision> decisions(String total, @Nullable String before, int limit) {
        Document filter = new Document(FoldedDocuments.TOTALS, total);
        if (before != null) {
            filter.append(FoldedDocuments.PLACE, new Document("$lt", before));
        }
        return Flux.from(
                        collections
                                .decisions()
                                .find(filter)
                                .sort(new Document(FoldedDocuments.PLACE, -1))
                                .limit(limit))
                .map(TotalsView::decision);
    }

    /// The decision about a command that was sent to this total.
    public Mono<StoredDecision> decision(String total, String commandId) {
        return Mono.from(collections.decisions().find(byId(slotKey(total, commandId))).first())
                .map(TotalsView::decision);
    }

    /// How commands were decided, in one read; those that are not folded yet are missing.
    public Flux<StoredOutcome> outcomes(Collection<SlotKey> commands) {
        List<String> ids = commands.stream().map(Documents::id).toList();
        return Flux.from(
                        collections
                                .decisions()
                                .find(new Document(Documents.ID, new Document("$in", ids)))
                                .projection(
                                        Projections.include(
                                                "command", "outcome", FoldedDocuments.PLACE)))
                .map(TotalsView::outcome);
    }

    /// Items in this state that are due, the longest waiting first.
    public Flux<Item> itemsDue(String state, Instant before, int limit) {
        Document filter =
                new Document("state", state)
                        .append(
                                "due",
                                new Document("$gt", Date.from(Instant.EPOCH))
                                        .append("$lt", Date.from(before)));
        return Flux.from(collections.items().find(filter).sort(new Document("due", 1)).limit(limit))
                .map(Documents::item);
    }

    private SlotKey slotKey(String total, String key) {
        return new SlotKey(slots.slotOf(total), key);
    }

    private static Document byId(SlotKey key) {
        return new Document(Documents.ID, Documents.id(key));
    }

    private static StoredTotal total(Document document) {
        return new StoredTotal(
                document.getString("total"),
                Documents.key(document).slot(),
                Documents.amounts(document.get("amounts", Document.class)),
                Documents.number(document.get(Documents.POSITION)));
    }

    private static StoredOutcome outcome(Document document) {
        String[] place = document.getString(FoldedDocuments.PLACE).split(":", -1);
        return new StoredOutcome(
                document.getString("command"),
                document.getString("outcome"),
                Integer.parseInt(place[0]),
                Long.parseLong(place[1]));
    }

    private static StoredDecision decision(Document document) {
        return new StoredDecision(
                document.getString(FoldedDocuments.PLACE), Documents.decision(document));
    }
}
