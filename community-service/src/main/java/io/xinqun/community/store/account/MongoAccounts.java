package io.xinqun.community.store.account;

import static io.xinqun.community.store.account.AccountDocument.SEQUENCE;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.xinqun.community.model.account.Account;
import io.xinqun.community.model.account.Accounts;
import io.xinqun.community.store.DuplicateKey;
import io.xinqun.kernel.event.Actor;
import io.xinqun.kernel.outbox.Outbox;
import io.xinqun.kernel.outbox.OutboxEntry;
import io.xinqun.kernel.outbox.Outboxes;
import io.xinqun.kernel.telemetry.Traces;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Accounts in the collection `accounts`. Shard key: `_id`.
public final class MongoAccounts implements Accounts {

    static final String COLLECTION = "accounts";

    /// `findAndModify` scans in some stores unless it is told an order.
    private static final FindOneAndUpdateOptions AFTER =
            new FindOneAndUpdateOptions()
                    .sort(new Document("_id", 1))
                    .returnDocument(ReturnDocument.AFTER);

    private final MongoCollection<Document> accounts;
    private final Outbox outbox;
    private final Clock clock;

    public MongoAccounts(MongoDatabase database, Outboxes outboxes, Clock clock) {
        this.accounts = database.getCollection(COLLECTION);
        this.outbox = outboxes.of(COLLECTION);
        this.clock = clock;
    }

    @Override
    public Mono<Account> find(String id) {
        return Mono.from(accounts.find(new Document("_id", id))).map(AccountDocument::read);
    }

    @Override
    public Mono<Boolean> add(Account account, @Nullable Actor actor) {
        return Traces.within(() -> insert(account, actor));
    }

    private Mono<Boolean> insert(Account account, @Nullable Actor actor) {
        List<OutboxEntry> told = AccountEvents.of(null, account, actor, clock.instant());
        Document document =
                AccountDocument.whole(account).append(Outbox.FIELD, Outbox.documents(told));
        return Mono.from(accounts.insertOne(document))
                .doOnNext(inserted -> outbox.written(document))
                .thenReturn(true)
                .onErrorResume(DuplicateKey::is, taken -> Mono.just(false));
    }

    @Override
    public Mono<Boolean> change(Account before, Account after, Actor actor) {
        return Traces.within(() -> update(before, after, actor));
    }

    private Mono<Boolean> update(Account before, Account after, Actor actor) {
        List<OutboxEntry> told = AccountEvents.of(before, after, actor, clock.instant());
        Document filter = new Document("_id", before.id()).append(SEQUENCE, before.version());
        Document update =
                new Document("$set", AccountDocument.changeable(after))
                        .append("$push", pushed(told));
        return Mono.from(accounts.findOneAndUpdate(filter, update, AFTER))
                .doOnNext(outbox::written)
                .hasElement();
    }

    @Override
    public Mono<Map<String, String>> secondLevelsOf(Collection<String> ids) {
        Document filter = new Document("_id", new Document("$in", List.copyOf(ids)));
        return Flux.from(accounts.find(filter))
                .map(AccountDocument::read)
                .filter(account -> account.secondLevel() != null)
                .collectMap(Account::id, account -> String.valueOf(account.secondLevel()));
    }

    private static Document pushed(List<OutboxEntry> told) {
        return new Document(Outbox.FIELD, new Document("$each", Outbox.documents(told)));
    }
}
