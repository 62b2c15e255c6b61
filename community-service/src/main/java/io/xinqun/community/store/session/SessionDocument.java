package io.xinqun.community.store.session;

import io.xinqun.community.model.session.Session;
import io.xinqun.community.model.session.Session.Rotation;
import io.xinqun.community.model.session.SessionEnd;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// A [Session] as a document.
final class SessionDocument {

    private SessionDocument() {}

    static Document whole(Session session) {
        return new Document("_id", session.id())
                .append("account", session.account())
                .append("device", session.device())
                .append("createdAt", Date.from(session.createdAt()))
                .append("end", null)
                .append("current", session.current())
                .append("usedAt", Date.from(session.usedAt()))
                .append("expiresAt", Date.from(session.expiresAt()));
    }

    /// What an exchange of its token alters.
    static Document exchanged(Session session) {
        return new Document("current", session.current())
                .append("rotation", rotation(session.rotation()))
                .append("usedAt", Date.from(session.usedAt()))
                .append("expiresAt", Date.from(session.expiresAt()));
    }

    static Session read(Document document) {
        String end = document.getString("end");
        return new Session(
                document.getString("_id"),
                document.getString("account"),
                document.getString("device"),
                document.getString("current"),
                rotation(document.get("rotation", Document.class)),
                document.getDate("createdAt").toInstant(),
                document.getDate("usedAt").toInstant(),
                document.getDate("expiresAt").toInstant(),
                end == null ? null : SessionEnd.of(end));
    }

    private static @Nullable Document rotation(@Nullable Rotation rotation) {
        return rotation == null
                ? null
                : new Document("previous", rotation.previous())
                        .append("salt", rotation.salt())
                        .append("at", Date.from(rotation.at()));
    }

    private static @Nullable Rotation rotation(@Nullable Document document) {
        return document == null
                ? null
                : new Rotation(
                        document.getString("previous"),
                        document.getString("salt"),
                        document.getDate("at").toInstant());
    }
}
