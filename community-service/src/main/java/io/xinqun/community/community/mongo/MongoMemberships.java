package io.xinqun.community.community.mongo;

import static io.xinqun.community.community.mongo.MembershipDocument.SEQUENCE;

import com.mongodb.MongoException;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.xinqun.community.community.Membership;
import io.xinqun.community.community.Memberships;
import io.xinqun.kernel.event.Actor;
import io.xinqun.kernel.outbox.Outbox;
import io.xinqun.kernel.outbox.Outboxes;
import io.xinqun.kernel.page.Cursor;
import io.xinqun.kernel.page.Page;
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

    private static final int DUPLICATE_KEY = 11_000;

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
        Document document =
                MembershipDocument.whole(membership).append(Outbox.FIELD, told(membership, actor));
        return Mono.from(memberships.insertOne(document))
                .doOnNext(inserted -> outbox.written(document))
                .thenReturn(true)
                .onErrorResume(MongoMemberships::isDuplicate, there -> Mono.just(false));
    }

    @Override
    public Mono<Boolean> change(Membership before, Membership after, Actor actor) {
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
    public Mono<Page<Membership>> page(Query query) {
        Document filter =
                new Document("community", query.community())
                        .append("status", query.status().code());
        if (query.cursor() != null) {
            String last = Cursor.decode(query.cursor()).getFirst();
            filter.append("account", new Document("$gt", last));
        }
        return Flux.from(
                        memberships
                                .find(filter)
                                .sort(new Document("account", 1))
                                .limit(query.limit() + 1))
                .map(MembershipDocument::read)
                .collectList()
                .map(found -> page(found, query.limit()));
    }

    private static Page<Membership> page(List<Membership> found, int limit) {
        boolean more = found.size() > limit;
        List<Membership> items = more ? found.subList(0, limit) : found;
        return new Page<>(items, more ? Cursor.encode(items.getLast().account()) : null);
    }

    private static List<Document> told(Membership membership, Actor actor) {
        return membership.isTold()
                ? Outbox.documents(List.of(CommunityEvents.moved(membership, actor)))
                : List.of();
    }

    private static boolean isDuplicate(Throwable error) {
        return error instanceof MongoException store && store.getCode() == DUPLICATE_KEY;
    }
}
