package io.xinqun.community.store.community;

import static io.xinqun.community.store.community.MembershipDocument.SEQUENCE;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.xinqun.community.model.community.Membership;
import io.xinqun.community.model.community.Memberships;
import io.xinqun.community.store.DuplicateKey;
import io.xinqun.kernel.event.Actor;
import io.xinqun.kernel.outbox.Outbox;
import io.xinqun.kernel.outbox.Outboxes;
import io.xinqun.kernel.telemetry.Traces;
import java.util.List;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Memberships in the collection `memberships`, `_id` = `community|account`. Shard key: `_id`.
public final class MongoMemberships implements Memberships {

    static final String COLLECTION = "memberships";

    private static final FindOneAndUpdateOptions AFTER =
            new FindOneAndUpdateOptions()
                    .sort(new Document("_id", 1))
                    .returnDocument(ReturnDocument.AFTER);

    private final MongoCollection<Document> memberships;
    private final Outbox outbox;

    public MongoMemberships(MongoDatabase database, Outboxes outboxes) {
        this.memberships = database.getCollection(COLLECTION);
        this.outbox = outboxes.of(COLLECTION);
    }

    @Override
    public Mono<Membership> find(String community, String account) {
        Document filter = new Document("_id", Membership.idOf(community, account));
        return Mono.from(memberships.find(filter)).map(MembershipDocument::read);
    }

    @Override
    public Mono<Boolean> add(Membership membership, Actor actor) {
        return Traces.within(() -> insert(membership, actor));
    }

    private Mono<Boolean> insert(Membership membership, Actor actor) {
        Document document =
                MembershipDocument.whole(membership).append(Outbox.FIELD, told(membership, actor));
        return Mono.from(memberships.insertOne(document))
                .doOnNext(inserted -> outbox.written(document))
                .thenReturn(true)
                .onErrorResume(DuplicateKey::is, there -> Mono.just(false));
    }

    @Override
    public Mono<Boolean> change(Membership before, Membership after, Actor actor) {
        return Traces.within(() -> update(before, after, actor));
    }

    private Mono<Boolean> update(Membership before, Membership after, Actor actor) {
        Document filter = new Document("_id", before.id()).append(SEQUENCE, before.version());
        Document update =
                new Document("$set", MembershipDocument.changeable(after))
                        .append(
                                "$push",
                                new Document(
                                        Outbox.FIELD, new Document("$each", told(after, actor))));
        return Mono.from(memberships.findOneAndUpdate(filter, update, AFTER))
                .doOnNext(outbox::written)
                .hasElement();
    }

    @Override
    public Mono<List<Membership>> find(Query query) {
        Document filter =
                new Document("community", query.community())
                        .append("status", query.status().code());
        if (query.last() != null) {
            filter.append("account", new Document("$gt", query.last()));
        }
        return Flux.from(
                        memberships
                                .find(filter)
                                .sort(new Document("account", 1))
                                .limit(query.limit()))
                .map(MembershipDocument::read)
                .collectList();
    }

    private static List<Document> told(Membership membership, Actor actor) {
        return membership.isTold()
                ? Outbox.documents(List.of(CommunityEvents.moved(membership, actor)))
                : List.of();
    }
}
