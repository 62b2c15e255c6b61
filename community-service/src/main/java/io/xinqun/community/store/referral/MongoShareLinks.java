package io.xinqun.community.store.referral;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.xinqun.community.model.referral.ShareLink;
import io.xinqun.community.model.referral.ShareLinks;
import io.xinqun.community.store.DuplicateKey;
import io.xinqun.kernel.batch.Gathering;
import io.xinqun.kernel.batch.GatheringLimits;
import io.xinqun.kernel.batch.Overloaded;
import io.xinqun.kernel.batch.Result;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Share links in the collection `share-links`, `_id` = the code. Shard key: `_id`.
///
/// Visits of one link come in bursts, when a group of hundreds sees it at once: they are gathered
/// and counted in one write.
public final class MongoShareLinks implements ShareLinks {

    /// 10,000 waiting visits are some seconds of a store at its limit; more are turned away.
    private static final GatheringLimits LIMITS = new GatheringLimits("visits", 10_000, 500);

    private record Visit(String code, boolean signedIn) {

        String counter() {
            return signedIn ? "visits.signedIn" : "visits.anonymous";
        }
    }

    private final MongoCollection<Document> links;
    private final Gathering<Visit, Boolean> visits = new Gathering<>(LIMITS, this::countAll);

    public MongoShareLinks(MongoDatabase database) {
        this.links = database.getCollection("share-links");
    }

    @Override
    public Mono<ShareLink> find(String code) {
        return Mono.from(links.find(new Document("_id", code))).map(ShareLinkDocument::read);
    }

    @Override
    public Mono<Boolean> add(ShareLink link) {
        return Mono.from(links.insertOne(ShareLinkDocument.whole(link)))
                .thenReturn(true)
                .onErrorResume(DuplicateKey::is, taken -> Mono.just(false));
    }

    @Override
    public Mono<Void> count(String code, boolean signedIn) {
        // Whom the crowd keeps from being counted still gets to where the link leads.
        return visits.submit(new Visit(code, signedIn)).onErrorComplete(Overloaded.class).then();
    }

    private Mono<List<Result<Boolean>>> countAll(List<Visit> batch) {
        Map<Visit, Integer> counts = new HashMap<>();
        batch.forEach(visit -> counts.merge(visit, 1, Integer::sum));
        return Flux.fromIterable(counts.entrySet())
                .concatMap(entry -> add(entry.getKey(), entry.getValue()))
                .then(Mono.just(Collections.nCopies(batch.size(), Result.success(true))));
    }

    private Mono<Void> add(Visit visit, int count) {
        Document update = new Document("$inc", new Document(visit.counter(), count));
        return Mono.from(links.updateOne(new Document("_id", visit.code()), update)).then();
    }
}
