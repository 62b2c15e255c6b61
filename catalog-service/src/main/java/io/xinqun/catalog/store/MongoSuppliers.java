package io.xinqun.catalog.store;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.xinqun.catalog.model.supplier.FeedKey;
import io.xinqun.catalog.model.supplier.Supplier;
import io.xinqun.catalog.model.supplier.SupplierStatus;
import io.xinqun.catalog.model.supplier.Suppliers;
import io.xinqun.catalog.onboarding.SupplierList;
import io.xinqun.kernel.page.Page;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Suppliers in MongoDB, one document each.
public final class MongoSuppliers implements Suppliers, SupplierList {

    static final String COLLECTION = "suppliers";

    private static final String ID = "_id";
    private static final String VERSION = "version";

    private final MongoCollection<Document> suppliers;

    public MongoSuppliers(MongoDatabase database) {
        this.suppliers = database.getCollection(COLLECTION);
    }

    @Override
    public Mono<Supplier> find(String id) {
        return Mono.from(suppliers.find(new Document(ID, id)).first())
                .map(MongoSuppliers::supplier);
    }

    @Override
    public Mono<Map<String, Supplier>> find(Collection<String> ids) {
        return Flux.from(suppliers.find(new Document(ID, new Document("$in", List.copyOf(ids)))))
                .map(MongoSuppliers::supplier)
                .collectMap(Supplier::id);
    }

    @Override
    public Mono<Boolean> add(Supplier supplier) {
        return Mono.from(suppliers.insertOne(document(supplier, 1)))
                .map(result -> true)
                .onErrorResume(
                        MongoWriteException.class,
                        failure ->
                                failure.getError().getCategory() == ErrorCategory.DUPLICATE_KEY
                                        ? Mono.just(false)
                                        : Mono.error(failure));
    }

    @Override
    public Mono<Boolean> save(Supplier supplier) {
        Document filter = new Document(ID, supplier.id()).append(VERSION, supplier.version());
        Document fields = document(supplier, supplier.version() + 1);
        fields.remove(ID);
        return Mono.from(suppliers.updateOne(filter, new Document("$set", fields)))
                .map(result -> result.getMatchedCount() == 1);
    }

    @Override
    public Mono<Page<Supplier>> all(@Nullable String after, int limit) {
        Document filter =
                after == null ? new Document() : new Document(ID, new Document("$gt", after));
        return Flux.from(suppliers.find(filter).sort(new Document(ID, 1)).limit(limit + 1))
                .map(MongoSuppliers::supplier)
                .collectList()
                .map(found ->
                        found.size() <= limit
                                ? new Page<>(found, null)
                                : new Page<>(found.subList(0, limit), found.get(limit - 1).id()));
    }

    @Override
    public Mono<List<Supplier>> spreading(int limit) {
        return Flux.from(suppliers.find(new Document("spread", true)).limit(limit))
                .map(MongoSuppliers::supplier)
                .collectList();
    }

    private static Document document(Supplier supplier, long version) {
        return new Document(ID, supplier.id())
                .append("name", supplier.name())
                .append("status", supplier.status().code())
                .append(
                        "feedKeys",
                        supplier.feedKeys().stream()
                                .map(key ->
                                        new Document("id", key.id())
                                                .append("publicKey", key.publicKey())
                                                .append(
                                                        "registeredAt",
                                                        Date.from(key.registeredAt())))
                                .toList())
                .append("spread", supplier.spread())
                .append(VERSION, version)
                .append("createdAt", Date.from(supplier.createdAt()));
    }

    private static Supplier supplier(Document document) {
        return new Supplier(
                document.getString(ID),
                document.getString("name"),
                SupplierStatus.valueOf(document.getString("status").toUpperCase(Locale.ROOT)),
                document.getList("feedKeys", Document.class).stream()
                        .map(key ->
                                new FeedKey(
                                        key.getString("id"),
                                        key.getString("publicKey"),
                                        key.getDate("registeredAt").toInstant()))
                        .toList(),
                document.getBoolean("spread"),
                document.get(VERSION, Number.class).longValue(),
                document.getDate("createdAt").toInstant());
    }
}
