package io.xinqun.kernel.outbox;

import io.xinqun.kernel.event.Actor;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/// An event or command that waits in the document whose change caused it.
///
/// Shape: `sequence` counts the aggregate's events from 1, 0 marks a command. The id of an event is
/// `<aggregateId>:<sequence>`, of a command `<cause>:<verb>:<target>`.
@SuppressWarnings("ArrayRecordComponent") // The bytes go to the log as they are.
public record OutboxEntry(
        String id,
        String topic,
        String key,
        String type,
        long sequence,
        @Nullable String causationId,
        @Nullable Actor actor,
        @Nullable String traceparent,
        Instant at,
        byte[] data) {

    public OutboxEntry {
        if (sequence < 0) {
            throw new IllegalArgumentException("a sequence is 0 or more: " + sequence);
        }
    }

    /// The form it has in the array `outbox` of its document.
    public Document toDocument() {
        Document document =
                new Document("id", id)
                        .append("topic", topic)
                        .append("key", key)
                        .append("type", type)
                        .append("sequence", sequence);
        append(document, "causationId", causationId);
        if (actor != null) {
            document.append(
                    "actor", new Document("account", actor.account()).append("role", actor.role()));
        }
        append(document, "traceparent", traceparent);
        return document.append("at", Date.from(at)).append("data", new Binary(data));
    }

    private static void append(Document document, String name, @Nullable String value) {
        if (value != null) {
            document.append(name, value);
        }
    }

    public static OutboxEntry fromDocument(Document document) {
        Document actor = document.get("actor", Document.class);
        return new OutboxEntry(
                document.getString("id"),
                document.getString("topic"),
                document.getString("key"),
                document.getString("type"),
                document.get("sequence", Number.class).longValue(),
                document.getString("causationId"),
                actor == null
                        ? null
                        : new Actor(actor.getString("account"), actor.getString("role")),
                document.getString("traceparent"),
                document.getDate("at").toInstant(),
                bytes(document.get("data")));
    }

    private static byte[] bytes(@Nullable Object data) {
        return data instanceof Binary binary ? binary.getData() : new byte[0];
    }
}
