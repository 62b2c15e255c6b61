package io.xinqun.community.configuration;

import com.mongodb.client.model.IndexModel;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The indexes of this program, each for one question that it asks. Uniqueness needs none: every
/// unique thing is an `_id`.
final class CommunityIndexes {

    private static final Map<String, List<Document>> WANTED =
            Map.of(
                    // The open sessions of an account, the last used first; sessions to forget.
                    "sessions",
                    List.of(
                            new Document("account", 1).append("end", 1).append("usedAt", -1),
                            new Document("expiresAt", 1)),
                    // Windows of tries to forget.
                    "sign-in-attempts",
                    List.of(new Document("endsAt", 1)),
                    // Open communities in order.
                    "communities",
                    List.of(new Document("status", 1).append("_id", 1)),
                    // The members of a community in order, and their count.
                    "memberships",
                    List.of(new Document("community", 1).append("status", 1).append("account", 1)));

    private CommunityIndexes() {}

    static Mono<Void> create(MongoDatabase database) {
        return Flux.fromIterable(WANTED.entrySet())
                .concatMap(entry ->
                        Flux.from(
                                database.getCollection(entry.getKey())
                                        .createIndexes(models(entry.getValue()))))
                .then();
    }

    private static List<IndexModel> models(List<Document> keys) {
        return keys.stream().map(IndexModel::new).toList();
    }
}
