package io.xinqun.kernel.total.mongo;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.xinqun.kernel.mongo.BlockingMongo;
import io.xinqun.kernel.total.journal.JournalEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// Reads what stands behind positions of journals.
///
/// Shape: positions are dense, so a reader knows the ids of what comes next and asks for exactly
/// those, of all slots in one statement: most often there is nothing, and the store need not search
/// to say so. State: what stands behind a gap is not read: a reader that meets the journal while it
/// grows may see a later entry without an earlier one.
final class JournalReader {

    /// What a cadence brings, with room.
    private static final int FIRST_LOOK = 4;

    private static final int LONGEST_LOOK = 256;
    private static final int LONGER = 8;

    private final MongoCollection<Document> journal;
    private final int limit;
    private final Map<Integer, List<JournalEntry>> found = new HashMap<>();
    private final Map<Integer, Long> open;

    private JournalReader(
            MongoCollection<Document> journal, Map<Integer, Long> positions, int limit) {
        this.journal = journal;
        this.limit = limit;
        this.open = new HashMap<>(positions);
        positions.keySet().forEach(slot -> found.put(slot, new ArrayList<>()));
    }

    /// At most `limit` entries of each slot.
    static Map<Integer, List<JournalEntry>> after(
            MongoCollection<Document> journal, Map<Integer, Long> positions, int limit) {
        JournalReader reader = new JournalReader(journal, positions, limit);
        for (int look = FIRST_LOOK; !reader.open.isEmpty(); look *= LONGER) {
            reader.look(Math.min(look, LONGEST_LOOK));
        }
        return reader.found;
    }

    private void look(int ahead) {
        List<String> ids = new ArrayList<>();
        open.forEach((slot, position) -> {
            for (long next = position + 1; next <= position + asked(slot, ahead); next++) {
                ids.add(Documents.place(slot, next));
            }
        });
        Map<String, Document> read = new HashMap<>();
        BlockingMongo.all(journal.find(new Document(Documents.ID, new Document("$in", ids))))
                .forEach(document -> read.put(document.getString(Documents.ID), document));
        open.entrySet().removeIf(slot -> isDone(slot, ahead, read));
    }

    /// Takes what follows without a gap; done when something was missing or there is enough.
    private boolean isDone(Map.Entry<Integer, Long> slot, int ahead, Map<String, Document> read) {
        List<JournalEntry> entries = found.computeIfAbsent(slot.getKey(), ignored -> List.of());
        int asked = asked(slot.getKey(), ahead);
        for (int taken = 0; taken < asked; taken++) {
            long next = slot.getValue() + 1;
            @Nullable Document document = read.get(Documents.place(slot.getKey(), next));
            if (document == null) {
                return true;
            }
            entries.add(Documents.entry(document));
            slot.setValue(next);
        }
        return entries.size() >= limit;
    }

    private int asked(int slot, int ahead) {
        return Math.min(ahead, limit - found.getOrDefault(slot, List.of()).size());
    }
}
