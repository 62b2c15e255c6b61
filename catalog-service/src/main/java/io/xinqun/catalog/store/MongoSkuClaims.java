package io.xinqun.catalog.store;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.xinqun.catalog.model.product.SkuClaims;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Claims in MongoDB: a document per SKU, whose insertion is the claim.
public final class MongoSkuClaims implements SkuClaims {

    static final String COLLECTION = "sku-claims";

    private static final String ID = "_id";
    private static final String PRODUCT = "product";
    private static final int DUPLICATE_KEY = 11_000;

    private final MongoCollection<Document> claims;

    public MongoSkuClaims(MongoDatabase database) {
        this.claims = database.getCollection(COLLECTION);
    }

    @Override
    public Mono<Map<String, String>> claim(Map<String, String> productBySku) {
        List<Document> wanted =
                productBySku.entrySet().stream()
                        .map(claim ->
                                new Document(ID, claim.getKey()).append(PRODUCT, claim.getValue()))
                        .toList();
        return Mono.from(claims.insertMany(wanted, new InsertManyOptions().ordered(false)))
                .map(result -> productBySku)
                .onErrorResume(
                        MongoBulkWriteException.class,
                        failure -> owners(failure, productBySku, wanted));
    }

    private Mono<Map<String, String>> owners(
            MongoBulkWriteException failure, Map<String, String> wished, List<Document> wanted) {
        boolean taken =
                failure.getWriteConcernError() == null
                        && failure.getWriteErrors().stream()
                                .allMatch(error -> error.getCode() == DUPLICATE_KEY);
        if (!taken) {
            return Mono.error(failure);
        }
        List<String> ids =
                failure.getWriteErrors().stream()
                        .map(error -> wanted.get(error.getIndex()).getString(ID))
                        .toList();
        Map<String, String> owners = new HashMap<>(wished);
        return Flux.from(claims.find(new Document(ID, new Document("$in", ids))))
                .doOnNext(claim -> owners.put(claim.getString(ID), claim.getString(PRODUCT)))
                .then(Mono.just(owners));
    }
}
