package io.xinqun.community.store.community;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.xinqun.community.model.community.Communities;
import io.xinqun.community.model.community.Community;
import io.xinqun.community.model.community.CommunityStatus;
import io.xinqun.community.store.DuplicateKey;
import io.xinqun.kernel.event.Actor;
import io.xinqun.kernel.outbox.Outbox;
import io.xinqun.kernel.outbox.Outboxes;
import io.xinqun.kernel.telemetry.Traces;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Communities in the collection `communities`. Shard key: `_id`.
public final class MongoCommunities implements Communities {

    static final String COLLECTION = "communities";

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
        return Traces.within(() -> insert(community, actor));
    }

    private Mono<Boolean> insert(Community community, Actor actor) {
        Document document =
                CommunityDocument.whole(community)
                        .append(
                                Outbox.FIELD,
                                Outbox.documents(
                                        List.of(CommunityEvents.founded(community, actor))));
        return Mono.from(communities.insertOne(document))
                .doOnNext(inserted -> outbox.written(document))
                .thenReturn(true)
                .onErrorResume(DuplicateKey::is, taken -> Mono.just(false));
    }

    @Override
    public Mono<List<Community>> open(@Nullable String last, int limit) {
        Document filter = new Document("status", CommunityStatus.OPEN.code());
        if (last != null) {
            filter.append("_id", new Document("$gt", last));
        }
        return Flux.from(communities.find(filter).sort(new Document("_id", 1)).limit(limit))
                .map(CommunityDocument::read)
                .collectList();
    }
}
