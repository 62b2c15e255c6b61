package io.xinqun.community.store.referral;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.xinqun.community.model.referral.AttributionModel;
import io.xinqun.community.model.referral.ReferralPolicies;
import io.xinqun.community.model.referral.ReferralPolicy;
import io.xinqun.community.store.DuplicateKey;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Versions of the referral policy in the collection `referral-policies`, `_id` = the version.
public final class MongoReferralPolicies implements ReferralPolicies {

    private final MongoCollection<Document> policies;

    public MongoReferralPolicies(MongoDatabase database) {
        this.policies = database.getCollection("referral-policies");
    }

    @Override
    public Mono<ReferralPolicy> inForce() {
        return newest(1).next().defaultIfEmpty(ReferralPolicy.BUILT_IN);
    }

    @Override
    public Mono<Boolean> add(ReferralPolicy policy, String operator, Instant now) {
        Document document =
                new Document("_id", policy.version())
                        .append("model", policy.model().code())
                        .append("windowDays", policy.windowDays())
                        .append("operator", operator)
                        .append("createdAt", Date.from(now));
        return Mono.from(policies.insertOne(document))
                .thenReturn(true)
                .onErrorResume(DuplicateKey::is, there -> Mono.just(false));
    }

    @Override
    public Flux<ReferralPolicy> newest(int limit) {
        return Flux.from(policies.find().sort(new Document("_id", -1)).limit(limit))
                .map(MongoReferralPolicies::read);
    }

    private static ReferralPolicy read(Document document) {
        return new ReferralPolicy(
                document.getInteger("_id"),
                AttributionModel.of(document.getString("model")).orElseThrow(),
                document.getInteger("windowDays"));
    }
}
