package io.xinqun.order.plans.mongo;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.xinqun.kernel.money.BasisPoints;
import io.xinqun.kernel.money.Fen;
import io.xinqun.order.order.deal.Plan;
import io.xinqun.order.order.deal.Plan.Level;
import io.xinqun.order.order.deal.Plan.Pay;
import io.xinqun.order.order.deal.Plan.Scope;
import io.xinqun.order.order.deal.Plan.ScopeKind;
import io.xinqun.order.order.deal.PlanBook;
import io.xinqun.order.order.deal.PlanBooks;
import io.xinqun.order.plans.PlanShelf;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Commission plans in MongoDB. They are few, so all of them are in memory and are read again every
/// second while there are orders.
public final class MongoPlans implements PlanBooks, PlanShelf {

    /// A plan that another instance learnt counts here after this time at the latest.
    private static final Duration OLDEST = Duration.ofSeconds(2);

    private static final Duration REFRESHED_AFTER = Duration.ofSeconds(1);
    private static final String ALL = "all";
    private static final String FIXED = "fixedFen";
    private static final String PER_LINE = "perLineFen";
    private static final String PER_ORDER = "perOrderFen";
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoCollection<Document> collection;
    private final AsyncLoadingCache<String, PlanBook> book;

    public MongoPlans(MongoDatabase database) {
        this.collection = database.getCollection("known-plans");
        this.book =
                Caffeine.newBuilder()
                        .refreshAfterWrite(REFRESHED_AFTER)
                        .expireAfterWrite(OLDEST)
                        .buildAsync((all, executor) -> read().toFuture());
    }

    @Override
    public Mono<PlanBook> current() {
        return Mono.fromFuture(() -> book.get(ALL), true);
    }

    private Mono<PlanBook> read() {
        return Flux.from(collection.find())
                .concatMapIterable(plan -> plan.getList("versions", Document.class))
                .map(MongoPlans::plan)
                .collectList()
                .map(PlanBook::new);
    }

    @Override
    public Mono<Void> learn(String planId, List<Plan> active, long version) {
        Document older =
                new Document("_id", planId).append("sequence", new Document("$lt", version));
        Document state =
                new Document("sequence", version)
                        .append("versions", active.stream().map(MongoPlans::document).toList());
        return Mono.from(collection.updateOne(older, new Document("$set", state), UPSERT))
                .onErrorResume(MongoWriteException.class, MongoPlans::newerIsKnown)
                .doOnSuccess(done -> book.synchronous().invalidateAll())
                .then();
    }

    /// The upsert of an older state finds no older document and runs into the newer one.
    private static <T> Mono<T> newerIsKnown(MongoWriteException refused) {
        return refused.getError().getCategory() == ErrorCategory.DUPLICATE_KEY
                ? Mono.empty()
                : Mono.error(refused);
    }

    private static Document document(Plan plan) {
        return new Document("plan", plan.planId())
                .append("version", plan.version())
                .append("activeFrom", Date.from(plan.activeFrom()))
                .append("scope", plan.scope().kind().name())
                .append("value", plan.scope().value())
                .append("level1", document(plan.level1()))
                .append("level2", plan.level2() == null ? null : document(plan.level2()))
                .append("selfPurchase", plan.selfPurchase());
    }

    private static Document document(Level level) {
        BasisPoints rate = level.pay().rate();
        return new Document("rate", rate == null ? null : (Integer) rate.value())
                .append(FIXED, amount(level.pay().fixed()))
                .append(PER_LINE, amount(level.perLine()))
                .append(PER_ORDER, amount(level.perOrder()))
                .append("supplierFunds", level.supplierFunds().value());
    }

    private static @Nullable Long amount(@Nullable Fen fen) {
        return fen == null ? null : (Long) fen.amount();
    }

    private static Plan plan(Document document) {
        Document level2 = document.get("level2", Document.class);
        return new Plan(
                document.getString("plan"),
                document.get("version", Number.class).longValue(),
                document.getDate("activeFrom").toInstant(),
                new Scope(
                        ScopeKind.valueOf(document.getString("scope")),
                        document.getString("value")),
                level(document.get("level1", Document.class)),
                level2 == null ? null : level(level2),
                document.getBoolean("selfPurchase"));
    }

    private static Level level(Document document) {
        Integer rate = document.getInteger("rate");
        return new Level(
                new Pay(rate == null ? null : BasisPoints.of(rate), fen(document, FIXED)),
                fen(document, PER_LINE),
                fen(document, PER_ORDER),
                BasisPoints.of(document.getInteger("supplierFunds", 0)));
    }

    private static @Nullable Fen fen(Document document, String name) {
        Number amount = document.get(name, Number.class);
        return amount == null ? null : Fen.of(amount.longValue());
    }
}
