package io.xinqun.kernel.outbox;

import java.util.Collection;
import java.util.List;
import org.bson.Document;

/// The outbox of one collection: events that were written with the change that caused them leave
/// the documents from here.
///
/// State: every write only pushes to the array `outbox`; only the relay removes, by entry id;
/// nobody replaces the array.
public final class Outbox {

    /// The array in the document.
    public static final String FIELD = "outbox";

    /// The trace in which the document came to be; templates are published in it.
    public static final String TRACEPARENT = "traceparent";

    private final OutboxRelay relay;

    Outbox(OutboxRelay relay) {
        this.relay = relay;
    }

    /// For an insert as the value of `outbox`; for an update `$push: {outbox: {$each: documents}}`.
    public static List<Document> documents(List<OutboxEntry> entries) {
        return entries.stream().map(OutboxEntry::toDocument).toList();
    }

    /// Call it after the write with the document as it is after it. Publishes at once and in order,
    /// earlier entries that are still there first. Never blocks, never fails: what finds no place
    /// is found by the sweeper.
    public void written(Document afterImage) {
        offer(Waiting.of(afterImage));
    }

    public void written(String id, List<Document> outbox) {
        offer(Waiting.of(id, outbox, null));
    }

    private void offer(Waiting image) {
        if (!image.entries().isEmpty()) {
            relay.offer(image);
        }
    }

    /// Call it after an `updateMany` that pushed to these documents and gave no images of them:
    /// their outboxes are read first, because an earlier entry may still be there.
    public void updated(Collection<String> ids) {
        relay.offerIds(ids);
    }
}
