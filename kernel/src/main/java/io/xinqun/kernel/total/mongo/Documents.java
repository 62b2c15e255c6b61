package io.xinqun.kernel.total.mongo;

import io.xinqun.kernel.total.Amounts;
import io.xinqun.kernel.total.Decision;
import io.xinqun.kernel.total.Item;
import io.xinqun.kernel.total.TotalChange;
import io.xinqun.kernel.total.journal.JournalEntry;
import io.xinqun.kernel.total.journal.SlotKey;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// The documents of journal, totals, items and decisions.
///
/// Shape: each `_id` begins with the slot, which is the shard key of every one of the collections
/// and keeps a slot's documents side by side: `0017:000000000042` in the journal, `0017:<name>`
/// elsewhere. Names of amounts, facts and attributes are field names.
final class Documents {

    static final String ID = "_id";
    static final String SLOT = "slot";
    static final String POSITION = "position";
    static final String NEWEST = "newest";
    private static final String TRACEPARENT = "traceparent";

    private Documents() {}

    static String id(SlotKey key) {
        return prefix(key.slot()) + key.key();
    }

    static SlotKey key(Document document) {
        String id = document.getString(ID);
        int end = id.indexOf(':');
        return new SlotKey(Integer.parseInt(id.substring(0, end)), id.substring(end + 1));
    }

    /// Of every document of a slot.
    static String prefix(int slot) {
        return "%04d:".formatted(slot);
    }

    /// Greater than every `_id` of a slot: `;` follows `:`.
    static String end(int slot) {
        return "%04d;".formatted(slot);
    }

    static String place(int slot, long position) {
        return "%04d:%012d".formatted(slot, position);
    }

    static Document document(JournalEntry entry) {
        List<Document> totals =
                entry.totals().entrySet().stream()
                        .map(total ->
                                new Document("total", total.getKey())
                                        .append("amounts", document(total.getValue())))
                        .toList();
        return new Document(ID, place(entry.slot(), entry.position()))
                .append(SLOT, entry.slot())
                .append(POSITION, entry.position())
                .append(NEWEST, Date.from(entry.newest()))
                .append("decisions", entry.decisions().stream().map(Documents::document).toList())
                .append("totals", totals);
    }

    static JournalEntry entry(Document document) {
        Map<String, Amounts> totals = new HashMap<>();
        for (Document total : document.getList("totals", Document.class, List.of())) {
            totals.put(total.getString("total"), amounts(total.get("amounts", Document.class)));
        }
        return new JournalEntry(
                document.getInteger(SLOT),
                number(document.get(POSITION)),
                document.getDate(NEWEST).toInstant(),
                document.getList("decisions", Document.class, List.of()).stream()
                        .map(Documents::decision)
                        .toList(),
                totals);
    }

    static Document document(Decision decision) {
        Document document =
                new Document("command", decision.commandId())
                        .append("outcome", decision.outcome())
                        .append("at", Date.from(decision.at()));
        if (!decision.changes().isEmpty()) {
            document.append("changes", decision.changes().stream().map(Documents::change).toList());
        }
        if (!decision.items().isEmpty()) {
            document.append("items", decision.items().stream().map(Documents::document).toList());
        }
        if (decision.traceparent() != null) {
            document.append(TRACEPARENT, decision.traceparent());
        }
        return document.append("facts", new Document(Map.copyOf(decision.facts())));
    }

    static Decision decision(Document document) {
        return new Decision(
                document.getString("command"),
                document.getString("outcome"),
                document.getList("changes", Document.class, List.of()).stream()
                        .map(Documents::change)
                        .toList(),
                document.getList("items", Document.class, List.of()).stream()
                        .map(Documents::item)
                        .toList(),
                document.getDate("at").toInstant(),
                texts(document.get("facts", Document.class)),
                document.getString(TRACEPARENT));
    }

    private static Document change(TotalChange change) {
        return new Document("total", change.total()).append("delta", document(change.delta()));
    }

    private static TotalChange change(Document document) {
        return new TotalChange(
                document.getString("total"), amounts(document.get("delta", Document.class)));
    }

    static Document document(Item item) {
        Instant due = item.due();
        return new Document("key", item.key())
                .append("total", item.total())
                .append("state", item.state())
                .append("amounts", document(item.amounts()))
                // Written even when there is none, so that setting it takes an earlier one away.
                .append("due", due == null ? null : Date.from(due))
                .append("attributes", new Document(Map.copyOf(item.attributes())));
    }

    static Item item(Document document) {
        Date due = document.getDate("due");
        return new Item(
                document.getString("key"),
                document.getString("total"),
                document.getString("state"),
                amounts(document.get("amounts", Document.class)),
                due == null ? null : due.toInstant(),
                texts(document.get("attributes", Document.class)));
    }

    static Document document(Amounts amounts) {
        return new Document(Map.copyOf(amounts.values()));
    }

    static Amounts amounts(@Nullable Document document) {
        Map<String, Long> values = new HashMap<>();
        if (document != null) {
            document.forEach((name, value) -> values.put(name, number(value)));
        }
        return new Amounts(values);
    }

    /// A store may give back a small long as an int.
    static long number(@Nullable Object value) {
        if (value instanceof Number number) {
            return number.longValue();
        }
        throw new IllegalStateException("not a number: " + value);
    }

    private static Map<String, String> texts(@Nullable Document document) {
        Map<String, String> texts = new HashMap<>();
        if (document != null) {
            document.forEach((name, value) -> texts.put(name, String.valueOf(value)));
        }
        return texts;
    }
}
