package io.xinqun.kernel.total.mongo;

import io.xinqun.kernel.total.Amounts;
import io.xinqun.kernel.total.Decision;
import io.xinqun.kernel.total.Item;
import io.xinqun.kernel.total.TotalChange;
import io.xinqun.kernel.total.journal.Checkpoint;
import io.xinqun.kernel.total.journal.JournalEntry;
import io.xinqun.kernel.total.journal.SlotKey;
import io.xinqun.kernel.total.journal.Stored;
import java.util.Date;
import org.bson.Document;

/// What folding writes, each with the slot and with the position that set it.
final class FoldedDocuments {

    static final String PLACE = "place";
    static final String TOTALS = "totals";

    private FoldedDocuments() {}

    /// With its place in the journal, which sorts, and the totals it changed, which are looked up.
    static Document decision(JournalEntry entry, int index) {
        Decision decision = entry.decisions().get(index);
        SlotKey key = new SlotKey(entry.slot(), decision.commandId());
        Document document =
                new Document(Documents.ID, Documents.id(key)).append(Documents.SLOT, entry.slot());
        document.putAll(Documents.document(decision));
        String entryPlace = Documents.place(entry.slot(), entry.position());
        return document.append(PLACE, entryPlace + ":%04d".formatted(index))
                .append(
                        TOTALS,
                        decision.changes().stream().map(TotalChange::total).distinct().toList());
    }

    static Document total(SlotKey key, Stored<Amounts> stored) {
        return new Document(Documents.SLOT, key.slot())
                .append("total", key.key())
                .append("amounts", Documents.document(stored.value()))
                .append(Documents.POSITION, stored.position());
    }

    static Document item(SlotKey key, Stored<Item> stored) {
        Document document = new Document(Documents.SLOT, key.slot());
        document.putAll(Documents.document(stored.value()));
        return document.append(Documents.POSITION, stored.position());
    }

    static Document checkpoint(Checkpoint checkpoint) {
        return new Document(Documents.POSITION, checkpoint.position())
                .append(Documents.NEWEST, Date.from(checkpoint.newest()));
    }
}
