package io.xinqun.kernel.outbox;

import io.xinqun.kernel.event.Actor;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// An event for an `updateMany`, where every document gets identical bytes. What differs is filled
/// in from the document's `_id` when it is published: the id `<_id>:<sequence>`, the key `_id`, and
/// each `{{id}}` in the data.
///
/// Shape: `sequence` from 1 and the same for all the documents, so the update's filter pins it.
public record OutboxTemplate(
        String topic,
        String type,
        long sequence,
        @Nullable String causationId,
        @Nullable Actor actor,
        Instant at,
        String data) {

    /// Stands for the document's `_id` in the id of a stored template and in its data.
    public static final String ID = "{{id}}";

    public OutboxTemplate {
        if (sequence < 1) {
            throw new IllegalArgumentException("a template is an event, its sequence from 1");
        }
    }

    /// The form to push: `$push: {outbox: template.toDocument()}`.
    public Document toDocument() {
        return new OutboxEntry(
                        ID + ":" + sequence,
                        topic,
                        ID,
                        type,
                        sequence,
                        causationId,
                        actor,
                        null,
                        at,
                        data.getBytes(StandardCharsets.UTF_8))
                .toDocument();
    }

    /// A template in this trace; any other entry has its own.
    static OutboxEntry within(@Nullable String trace, OutboxEntry entry) {
        if (trace == null || !isTemplate(entry.id())) {
            return entry;
        }
        return new OutboxEntry(
                entry.id(),
                entry.topic(),
                entry.key(),
                entry.type(),
                entry.sequence(),
                entry.causationId(),
                entry.actor(),
                trace,
                entry.at(),
                entry.data());
    }

    /// The entry as it is published from this document.
    static OutboxEntry fill(String documentId, OutboxEntry entry) {
        if (!isTemplate(entry.id())) {
            return entry;
        }
        String data = new String(entry.data(), StandardCharsets.UTF_8);
        return new OutboxEntry(
                documentId + ":" + entry.sequence(),
                entry.topic(),
                key(documentId, entry),
                entry.type(),
                entry.sequence(),
                entry.causationId(),
                entry.actor(),
                entry.traceparent(),
                entry.at(),
                data.replace(ID, documentId).getBytes(StandardCharsets.UTF_8));
    }

    /// The key under which an entry is published: a template must not be in another lane than the
    /// events that were written singly.
    static String key(String documentId, OutboxEntry entry) {
        return isTemplate(entry.id()) ? documentId : entry.key();
    }

    /// Whether an entry id is that of a template, which many documents share.
    public static boolean isTemplate(String entryId) {
        return entryId.startsWith(ID);
    }
}
