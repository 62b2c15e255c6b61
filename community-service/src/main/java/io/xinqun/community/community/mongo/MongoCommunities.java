package io.xinqun.community.community.mongo;

import com.mongodb.MongoException;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.xinqun.community.community.Communities;
import io.xinqun.community.community.Community;
import io.xinqun.community.community.CommunityStatus;
import io.xinqun.kernel.event.Actor;
import io.xinqun.kernel.outbox.Outbox;
import io.xinqun.kernel.outbox.Outboxes;
import io.xinqun.kernel.page.Cursor;
import io.xinqun.kernel.page.Page;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Communities in the collection `communities`. Shard key: `_id`.
public final class MongoCommunities implements Communities {

    static final String COLLECTION = "communities";

    private static final int DUPLICATE_KEY = 11_000;

    private final MongoCollection<Document> communities;
    private final Outbox outbox;

    public MongoCommunities(MongoDatabase database, Outboxes outboxes) {
        this.communities = database.getCollection(COLLECTION);
        this.outbox = outboxes.of(COLLECTION);
    }

    @Override
    public Mono<Community> find(String id) {
        return Mono.from(communities.find(new Document("_id", id))).map(CommunityDocument::read);
    }

    @Override
    public Mono<Boolean> add(Community community, Actor actor) {
        Document document =
                CommunityDocument.whole(community)
                        .append(
                                Outbox.FIELD,
                                Outbox.documents(
                                        List.of(CommunityEvents.founded(community, actor))));
        return Mono.from(communities.insertOne(document))
                .doOnNext(inserted -> outbox.written(document))
                .thenReturn(true)
                .onErrorResume(MongoCommunities::isDuplicate, taken -> Mono.just(false));
    }

    @Override
    public Mono<Page<Community>> page(@Nullable String cursor, int limit) {
        Document filter = new Document("status", CommunityStatus.OPEN.code());
        if (cursor != null) {
            filter.append("_id", new Document("$gt", Cursor.decode(cursor).getFirst()));
        }
        return Flux.from(communities.find(filter).sort(new Document("_id", 1)).limit(limit + 1))
                .map(CommunityDocument::read)
                .collectList()
                .map(found -> page(found, limit));
    }

    private static Page<Community> page(List<Community> found, int limit) {
        boolean more = found.size() > limit;
        List<Community> items = more ? found.subList(0, limit) : found;
        return new Page<>(items, more ? Cursor.encode(items.getLast().id()) : null);
    }

    private static boolean isDuplicate(Throwable error) {
        return error instanceof MongoException store && store.getCode() == DUPLICATE_KEY;
    }
}
