package io.xinqun.kernel.outbox;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/// The documents of one collection, as far as the outbox is concerned. Every method blocks.
public interface OutboxStore {

    /// Walks every document that has an entry older than this. What changes meanwhile may be seen
    /// or not; the next walk sees it.
    Backlog backlog(Instant before);

    /// The outboxes of these documents as they are now.
    List<Waiting> read(Collection<String> documentIds);

    /// Takes published entries out of their documents, and nothing else.
    void remove(List<PublishedEntry> published);

    /// A walk through documents that wait.
    interface Backlog extends AutoCloseable {

        /// The next page; empty at the end.
        List<Waiting> next();

        @Override
        void close();
    }

    /// An entry that the log has, by the id it has in the document.
    record PublishedEntry(String documentId, String entryId) {}
}
