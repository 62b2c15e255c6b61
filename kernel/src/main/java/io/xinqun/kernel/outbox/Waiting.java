package io.xinqun.kernel.outbox;

import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// A document and the whole of its outbox, in the order it was written.
public record Waiting(String documentId, List<OutboxEntry> entries) {

    public Waiting {
        entries = List.copyOf(entries);
    }

    /// A document with its outbox. A template's bytes are those of many documents, so its trace is
    /// the one in which its document came to be.
    public static Waiting of(Document document) {
        String trace = document.getString(Outbox.TRACEPARENT);
        return of(
                document.getString("_id"),
                document.getList(Outbox.FIELD, Document.class, List.of()),
                trace);
    }

    static Waiting of(String id, List<Document> outbox, @Nullable String trace) {
        return new Waiting(
                id,
                outbox.stream()
                        .map(OutboxEntry::fromDocument)
                        .map(entry -> OutboxTemplate.within(trace, entry))
                        .toList());
    }
}
