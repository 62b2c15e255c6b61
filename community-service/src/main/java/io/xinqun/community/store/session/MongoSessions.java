package io.xinqun.community.store.session;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.xinqun.community.model.session.Session;
import io.xinqun.community.model.session.SessionEnd;
import io.xinqun.community.model.session.Sessions;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Sessions in the collection `sessions`. Shard key: `_id`.
public final class MongoSessions implements Sessions {

    static final String COLLECTION = "sessions";

    /// Far more than the devices of one account; bounds a list that cannot be paged.
    private static final int MOST = 100;

    private static final FindOneAndUpdateOptions AFTER =
            new FindOneAndUpdateOptions()
                    .sort(new Document("_id", 1))
                    .returnDocument(ReturnDocument.AFTER);

    private final MongoCollection<Document> sessions;

    public MongoSessions(MongoDatabase database) {
        this.sessions = database.getCollection(COLLECTION);
    }

    @Override
    public Mono<Session> find(String id) {
        return Mono.from(sessions.find(new Document("_id", id))).map(SessionDocument::read);
    }

    @Override
    public Mono<Void> add(Session session) {
        return Mono.from(sessions.insertOne(SessionDocument.whole(session))).then();
    }

    @Override
    public Mono<Boolean> rotate(Session before, Session after) {
        Document filter =
                new Document("_id", before.id())
                        .append("current", before.current())
                        .append("end", null);
        Document update = new Document("$set", SessionDocument.exchanged(after));
        return Mono.from(sessions.findOneAndUpdate(filter, update, AFTER)).hasElement();
    }

    @Override
    public Mono<Void> end(String id, SessionEnd why) {
        return endWhere(new Document("_id", id).append("end", null), why);
    }

    @Override
    public Mono<Void> endBeyond(String account, int keep, SessionEnd why) {
        return Flux.from(
                        sessions.find(new Document("account", account).append("end", null))
                                .sort(new Document("usedAt", -1))
                                .skip(keep)
                                .limit(MOST))
                .map(document -> document.getString("_id"))
                .collectList()
                .filter(ids -> !ids.isEmpty())
                .flatMap(ids -> endWhere(open(ids), why));
    }

    @Override
    public Mono<List<Session>> openOf(String account, Instant now) {
        return Flux.from(
                        sessions.find(new Document("account", account).append("end", null))
                                .sort(new Document("usedAt", -1))
                                .limit(MOST))
                .map(SessionDocument::read)
                .filter(session -> session.isOpen(now))
                .collectList();
    }

    @Override
    public Mono<Long> forget(Instant expiredBefore) {
        Document filter = new Document("expiresAt", new Document("$lt", Date.from(expiredBefore)));
        return Mono.from(sessions.deleteMany(filter)).map(result -> result.getDeletedCount());
    }

    private static Document open(List<String> ids) {
        return new Document("_id", new Document("$in", ids)).append("end", null);
    }

    private Mono<Void> endWhere(Document filter, SessionEnd why) {
        Document update = new Document("$set", new Document("end", why.code()));
        return Mono.from(sessions.updateMany(filter, update)).then();
    }
}
