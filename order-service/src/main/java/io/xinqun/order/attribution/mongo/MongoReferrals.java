package io.xinqun.order.attribution.mongo;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.xinqun.order.attribution.ReferralBook;
import io.xinqun.order.order.deal.Binding;
import io.xinqun.order.order.deal.Referrals;
import io.xinqun.order.order.line.Attribution;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// Bindings, curators and communities in MongoDB. Curators and communities are few and are asked
/// for with every order, so they are remembered for a moment; a binding is one buyer's and is read.
public final class MongoReferrals implements Referrals, ReferralBook {

    /// A suspended curator earns nothing from this time on, at the latest.
    private static final Duration REMEMBERED_FOR = Duration.ofSeconds(2);

    private static final int REMEMBERED = 20_000;

    private static final String ACTIVE = "active";
    private static final String LEVEL = "level";
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoCollection<Document> bindings;
    private final MongoCollection<Document> curators;
    private final MongoCollection<Document> communities;
    private final AsyncLoadingCache<String, Document> knownCurators;
    private final AsyncLoadingCache<String, Document> knownCommunities;

    public MongoReferrals(MongoDatabase database) {
        this.bindings = database.getCollection("known-bindings");
        this.curators = database.getCollection("known-curators");
        this.communities = database.getCollection("known-communities");
        this.knownCurators = remembering(curators);
        this.knownCommunities = remembering(communities);
    }

    /// What is not known is not remembered either, so that it counts as soon as it is learnt.
    private static AsyncLoadingCache<String, Document> remembering(
            MongoCollection<Document> collection) {
        return Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterWrite(REMEMBERED_FOR)
                .buildAsync((id, executor) ->
                        Mono.from(collection.find(new Document("_id", id)).limit(1)).toFuture());
    }

    @Override
    public Mono<Optional<Binding>> bindingOf(String consumer) {
        return Mono.from(bindings.find(new Document("_id", consumer)).limit(1))
                .map(MongoReferrals::binding)
                .singleOptional();
    }

    @Override
    public Mono<Boolean> isActiveCurator(String account) {
        return activeCurator(account).hasElement();
    }

    @Override
    public Mono<ActiveCurator> activeCurator(String account) {
        return Mono.fromFuture(() -> knownCurators.get(account), true)
                .filter(MongoReferrals::isActive)
                .map(found -> new ActiveCurator(found.getString(LEVEL)));
    }

    @Override
    public Mono<Boolean> isActiveCommunity(String community) {
        return Mono.fromFuture(() -> knownCommunities.get(community), true)
                .filter(MongoReferrals::isActive)
                .hasElement();
    }

    @Override
    public Mono<Void> learn(Binding binding, long version) {
        return replace(bindings, binding.consumer(), document(binding), version);
    }

    @Override
    public Mono<Void> learnCurator(String account, CuratorNews news, long version) {
        Document state = new Document(ACTIVE, news.active()).append(LEVEL, news.level());
        return replace(curators, account, state, version)
                .doOnSuccess(done -> knownCurators.synchronous().invalidate(account));
    }

    @Override
    public Mono<Void> learnCommunity(String community, boolean open, long version) {
        return replace(communities, community, new Document(ACTIVE, open), version)
                .doOnSuccess(done -> knownCommunities.synchronous().invalidate(community));
    }

    private static boolean isActive(Document found) {
        return found.getBoolean(ACTIVE);
    }

    private static Mono<Void> replace(
            MongoCollection<Document> collection, String id, Document state, long version) {
        Document older = new Document("_id", id).append("sequence", new Document("$lt", version));
        Document update = new Document("$set", state.append("sequence", version));
        return Mono.from(collection.updateOne(older, update, UPSERT))
                .onErrorResume(MongoWriteException.class, MongoReferrals::newerIsKnown)
                .then();
    }

    /// The upsert of an older state finds no older document and runs into the newer one.
    private static <T> Mono<T> newerIsKnown(MongoWriteException refused) {
        return refused.getError().getCategory() == ErrorCategory.DUPLICATE_KEY
                ? Mono.empty()
                : Mono.error(refused);
    }

    private static Document document(Binding binding) {
        Attribution attribution = binding.attribution();
        Instant expiresAt = binding.expiresAt();
        return new Document("sharer", attribution.sharer())
                .append("second", attribution.second())
                .append("link", attribution.link())
                .append("channel", attribution.channel())
                .append("policy", attribution.policyVersion())
                .append("version", attribution.bindingVersion())
                .append("community", binding.community())
                .append("expiresAt", expiresAt == null ? null : Date.from(expiresAt));
    }

    private static Binding binding(Document document) {
        Attribution attribution =
                new Attribution(
                        document.getString("sharer"),
                        document.getString("second"),
                        document.getString("link"),
                        document.getString("channel"),
                        document.get("policy", Number.class).longValue(),
                        document.get("version", Number.class).longValue(),
                        null);
        return new Binding(
                document.getString("_id"),
                attribution,
                document.getString("community"),
                instant(document.getDate("expiresAt")));
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
